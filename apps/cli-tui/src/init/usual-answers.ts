import { stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { FoundServer } from './find-servers.ts';
import { targetNames } from './written-plan.ts';

/** `vllm-against-sglang`, `vllm-1-against-vllm-2`; of one server its own name. */
export function usualName(servers: readonly FoundServer[]): string {
  const names = targetNames(servers);
  return names.length < 2 ? (names[0] ?? 'my-comparison') : names.slice(0, 3).join('-against-');
}

/** The path, or the next one with a number that is free: `plan.yaml`, `plan-2.yaml`. */
export async function freePath(path: string): Promise<string> {
  const extension = extname(path);
  const base = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${base}-${number}${extension}`;
    if (!(await isThere(candidate))) return candidate;
  }
}

/** Whether something is at a path. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whether the folder of a path is there. */
export const hasFolder = (path: string): Promise<boolean> => isThere(dirname(path));
