import { type Fact, known, unreadable } from './fact.ts';
import type { HostFiles } from './host-files.ts';

const source = '/proc/sys/kernel/osrelease';

/** The kernel's name and release, as `Linux 6.8.0-48-generic`. */
export function readKernel(files: HostFiles): Fact<string> {
  const file = files.read(source);
  return file.kind === 'read' ? known(`Linux ${file.text.trim()}`, source) : unreadable(file.reason, source);
}
