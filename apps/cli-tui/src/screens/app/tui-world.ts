import type { Result } from '@kneepoint/core';
import type { ResultsStore } from '@kneepoint/results-store';
import type { AgentClient } from '@kneepoint/runner-agent';
import type { CommandContext } from '../../command-context.ts';
import type { Look } from '../parts/look.ts';
import type { ResultSource } from './screen.ts';

/** An agent that was named on the command line, and how to ask it; its code is loaded at the first call. */
export type NamedAgent = { readonly url: string; client(): Promise<AgentClient> };

/** What the screens may use of the world; tests give their own. */
export type TuiWorld = {
  readonly context: CommandContext;
  /** Words, figures and colours. */
  readonly look: Look;
  readonly agents: readonly NamedAgent[];
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * The history, opened at the first call and kept; opened again where its file is another one by now. Rejects with a
   * KneepointError where it cannot be opened. Its own methods throw where the file goes wrong later.
   */
  history(): Promise<ResultsStore>;
  /** Rejects with a KneepointError with a hint where the result is gone or cannot be read. */
  readResult(source: ResultSource): Promise<Result>;
};
