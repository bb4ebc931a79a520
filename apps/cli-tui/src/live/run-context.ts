import type { CommandContext } from '../command-context.ts';
import type { ProgressMode } from '../flags/progress-flags.ts';
import type { RunSteering } from './run-steering.ts';

/** The context of a command that measures: how its progress is shown, and where events for a program go. */
export type RunContext = CommandContext & {
  readonly progress: ProgressMode;
  readonly events: CommandContext['stderr'];
};

/** The run that is watched. */
export type WatchedRun = {
  readonly name: string;
  /** Who is told what a person asks of it. */
  readonly steering: RunSteering;
  /** The clock of its events, milliseconds since the epoch. */
  readonly clock: () => number;
};
