/** The simulator was asked for something that it does not know; carries every problem. */
export class SimulatorUsageError extends Error {
  readonly code = 'SIMULATOR_USAGE';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SimulatorUsageError';
    this.problems = problems;
  }
}
