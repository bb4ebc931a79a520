import { readFileSync } from 'node:fs';
import type { Result } from '@kneepoint/core';

/** The version in the package beside this code; the same in the checkout and in the installed package. */
export function toolVersion(): string {
  for (const candidate of ['../package.json', '../../package.json']) {
    try {
      const text = readFileSync(new URL(candidate, import.meta.url), 'utf8');
      const parsed = JSON.parse(text) as { name?: string; version?: string };
      if (parsed.name === 'kneepoint' && parsed.version !== undefined) return parsed.version;
    } catch {
      // Source and bundle lie at different depths: the other candidate is the right one.
    }
  }
  return 'unknown';
}

/** The tool as a result names it. */
export const toolOfRun = (): Result['tool'] => ({
  version: toolVersion(),
  node: process.version,
  commit: toolCommit(),
});

/** The commit of the checkout that runs; `null` for an installed package. */
export function toolCommit(): string | null {
  const folder = new URL(
    import.meta.url.endsWith('.ts') ? '../../../../.git/' : '../../../.git/',
    import.meta.url,
  );
  try {
    const head = readFileSync(new URL('HEAD', folder), 'utf8').trim();
    if (!head.startsWith('ref: ')) return head;
    return readFileSync(new URL(head.slice(5), folder), 'utf8').trim();
  } catch {
    return null;
  }
}
