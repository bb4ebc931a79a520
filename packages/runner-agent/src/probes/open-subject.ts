import type { HostFiles } from '../environment/host-files.ts';
import { ContainerGroup } from './container-group.ts';
import { ProcessTree } from './process-tree.ts';
import type { ProbeSubject, SubjectReader } from './subject-reader.ts';

/** The reader of a subject, on the files of a host. */
export function openSubject(files: HostFiles, subject: ProbeSubject, pageBytes: number): SubjectReader {
  switch (subject.kind) {
    case 'processes':
      return new ProcessTree(files, subject.rootPid, pageBytes);
    case 'container':
      return new ContainerGroup(files, subject.pid);
  }
}
