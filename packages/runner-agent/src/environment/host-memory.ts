import { type Fact, known, unreadable } from './fact.ts';
import type { HostFiles } from './host-files.ts';

const source = '/proc/meminfo';

/** All memory that the kernel has, and what programs could still get, in bytes. */
export type HostMemoryFacts = { readonly totalBytes: Fact<number>; readonly availableBytes: Fact<number> };

export function readHostMemory(files: HostFiles): HostMemoryFacts {
  const file = files.read(source);
  const fact = (name: string): Fact<number> => {
    if (file.kind === 'unreadable') return unreadable(file.reason, source);
    const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(file.text)?.[1];
    return kibibytes === undefined
      ? unreadable(`it has no ${name}`, source)
      : known(Number(kibibytes) * 1024, source);
  };
  return { totalBytes: fact('MemTotal'), availableBytes: fact('MemAvailable') };
}
