import type { Result } from '@kneepoint/core';
import type { ResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../../command-context.ts';
import type { Words } from '../../words/words.ts';
import type { ResultSource } from './screen.ts';

/** An agent that was named on the command line; the token came from a variable of the environment. */
export type AgentAddress = { readonly url: string; readonly token: string | null };

/** What the screens may use of the world; tests give their own. */
export type TuiWorld = {
  readonly context: CommandContext;
  readonly words: Words;
  /** Whether colours may be used (NO_COLOR): inverse, bold and dim always may. */
  readonly colour: boolean;
  readonly agents: readonly AgentAddress[];
  /** Milliseconds since the epoch. */
  now(): number;
  /** The history, opened at the first call and kept. Throws a KneepointError where it cannot be opened. */
  history(): Promise<ResultsStore>;
  /** Throws a KneepointError with a hint where the result is gone or cannot be read. */
  readResult(source: ResultSource): Promise<Result>;
};
