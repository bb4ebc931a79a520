import { cpus, totalmem, type } from 'node:os';

/** What the machine is, in one line: nothing that names it. */
export function hostFacts(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${type()}, Node ${process.versions.node}`;
}
