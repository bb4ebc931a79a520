/** A process as /proc would tell it. Times in ticks, memory in pages. */
export type RecordedProcess = {
  readonly name?: string;
  readonly parent: number;
  readonly group?: number;
  readonly session?: number;
  readonly user?: number;
  readonly system?: number;
  readonly started?: number;
  readonly resident?: number;
  readonly shared?: number;
};

/** The files of /proc that the probes read of these processes. */
export function recordedProcesses(
  processes: Readonly<Record<number, RecordedProcess>>,
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [pid, told] of Object.entries(processes)) {
    const { group = 0, name = 'python', parent, resident = 0, session = 0, shared = 0 } = told;
    const { started = 1, system = 0, user = 0 } = told;
    const between = '0 -1 4194304 99 0 0 0';
    files[`/proc/${pid}/stat`] =
      `${pid} (${name}) S ${parent} ${group} ${session} ${between} ${user} ${system} 7 7 20 0 1 0 ${started} 1 ${resident} 0\n`;
    files[`/proc/${pid}/statm`] = `99999 ${resident} ${shared} 1 0 1 0\n`;
  }
  return files;
}
