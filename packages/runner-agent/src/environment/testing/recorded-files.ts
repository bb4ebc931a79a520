import type { HostFiles } from '../host-files.ts';

/** The files of a host as they were recorded, by path. A text of `null` is a file that may not be read. */
export function recordedFiles(recorded: Readonly<Record<string, string | null>>): HostFiles {
  const paths = Object.keys(recorded);
  return {
    read(path) {
      const text = recorded[path];
      if (text === undefined) return { kind: 'unreadable', reason: 'no such file' };
      return text === null
        ? { kind: 'unreadable', reason: 'not allowed to read it' }
        : { kind: 'read', text };
    },
    list(path) {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const inside = paths.filter((file) => file.startsWith(folder));
      return [...new Set(inside.map((file) => file.slice(folder.length).split('/', 1)[0] ?? ''))];
    },
  };
}
