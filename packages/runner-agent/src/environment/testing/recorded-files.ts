import type { FileText, HostFiles } from '../host-files.ts';

/**
 * The files of a host as they were recorded, by path. A text of `null` is a file that may not be read. Of weights the
 * header alone is recorded.
 */
export function recordedFiles(recorded: Readonly<Record<string, string | null>>): HostFiles {
  const read = (path: string): FileText => {
    const text = recorded[path];
    if (text === undefined) return { kind: 'unreadable', reason: 'no such file' };
    return text === null ? { kind: 'unreadable', reason: 'not allowed to read it' } : { kind: 'read', text };
  };
  return {
    read,
    readWeightsHeader: read,
    list(path) {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const inside = Object.keys(recorded).filter((file) => file.startsWith(folder));
      return [...new Set(inside.map((file) => file.slice(folder.length).split('/', 1)[0] ?? ''))];
    },
  };
}
