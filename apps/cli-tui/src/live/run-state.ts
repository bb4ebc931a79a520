import type { Words } from '../words/words.ts';
import type { LiveCell, LiveRun } from './live-run.ts';
import type { StageTrack } from './stage-track.ts';

/** A stage of the plan with its times, in milliseconds since the epoch; `null` until then. */
export type CellState = LiveCell & {
  readonly startedAt: number | null;
  readonly endedAt: number | null;
};

/** What is kept of a run while it goes: bounded, whatever the run tells. Pictures are made of it by `pictureOf`. */
export type RunState = Pick<
  LiveRun,
  'name' | 'startedAt' | 'targets' | 'total' | 'server' | 'gpus' | 'held' | 'ending' | 'disconnected' | 'log'
> & {
  readonly words: Words;
  readonly cells: readonly CellState[];
  /** The stage that runs; `null` between stages. */
  readonly track: StageTrack | null;
};

/** What a run starts with; its log is written in the language of `words`. `at` in milliseconds since the epoch. */
export type RunStart = { readonly name: string; readonly at: number; readonly words: Words };

/** A run of which nothing is known yet. */
export function startRun({ name, at, words }: RunStart): RunState {
  return {
    name,
    startedAt: at,
    words,
    targets: [],
    cells: [],
    total: null,
    track: null,
    server: null,
    gpus: [],
    held: false,
    ending: 'no',
    disconnected: null,
    log: [],
  };
}
