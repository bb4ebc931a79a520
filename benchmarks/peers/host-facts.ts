import { cpus, loadavg, totalmem, type } from 'node:os';

/** What the machine is, in one line: nothing that names it. */
export function hostFacts(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${type()}, Node ${process.versions.node}`;
}

/** How busy other programs keep the machine, as a sentence that says when it is too busy to compare anything. */
export function hostQuiet(): string {
  const [lastMinute = 0] = loadavg();
  const load = `The load average was ${lastMinute.toFixed(1)} when the run began`;
  return lastMinute < quietLoad
    ? `${load}.`
    : `${load}: **other programs were running, so these figures are not to be quoted.**`;
}

const quietLoad = 0.7;
