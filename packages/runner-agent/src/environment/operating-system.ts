import { type Fact, known, unreadable } from './fact.ts';
import type { HostFiles } from './host-files.ts';

const source = '/etc/os-release';

/** The distribution's own name, with its version. */
export function readOperatingSystem(files: HostFiles): Fact<string> {
  const file = files.read(source);
  if (file.kind === 'unreadable') return unreadable(file.reason, source);
  const name = /^PRETTY_NAME=(["']?)(.+)\1$/m.exec(file.text)?.[2];
  return name === undefined ? unreadable('it has no PRETTY_NAME', source) : known(name, source);
}
