import type { StagePhase } from '@kneepoint/core';
import type { LiveDoubt, LiveWindow } from '../live/live-run.ts';

/** The panels of the live screen. */
export type LivePanelName =
  | 'plan'
  | 'stage'
  | 'latency'
  | 'trust'
  | 'errors'
  | 'server'
  | 'gpus'
  | 'log'
  | 'chart';

/** A doubt with its figures as text, in the units that suit. */
export type WrittenDoubt = {
  readonly code: LiveDoubt['code'];
  readonly value: string;
  readonly limit: string;
};

/** The words of the live screen and of what all screens share: verdicts, help, a terminal that is too small. */
export type LiveWords = {
  readonly trust: Readonly<Record<'valid' | 'suspect' | 'invalid' | 'too-early', string>>;
  /** The title of the list of keys. */
  readonly keys: string;
  readonly closeHelp: string;
  tooSmall(sizes: {
    readonly columns: number;
    readonly rows: number;
    readonly now: { readonly columns: number; readonly rows: number };
  }): string;
  readonly panels: Readonly<Record<LivePanelName, string>>;
  /** Why a panel has nothing to show. */
  readonly empty: Readonly<Record<LivePanelName, string>>;
  readonly state: LiveStateWords;
  readonly phases: Readonly<Record<StagePhase, string>>;
  readonly figures: LiveFigureWords;
  window(window: LiveWindow): string;
  doubt(doubt: WrittenDoubt): string;
  /** The check of the verdict found nothing. */
  readonly noDoubts: string;
  /** Classes of failed requests; one that is not here is shown by its own name. */
  readonly errors: Readonly<Record<string, string>>;
  readonly actions: LiveActionWords;
};

/** What the run as a whole is doing. */
export type LiveStateWords = {
  /** `position` from 1; `total` is `null` where nobody knows. */
  stage(position: number, total: number | null): string;
  ended(count: number, total: number | null): string;
  elapsed(clock: string): string;
  left(duration: string): string;
  readonly preparing: string;
  readonly between: string;
  /** It is held and waits, or will wait when the stage has ended. */
  held(waits: boolean): string;
  draining(inFlight: number): string;
  readonly cutting: string;
  disconnected(reason: string): string;
};

/** Names of figures. */
export type LiveFigureWords = {
  inFlight(now: string, planned: string | null): string;
  done(count: string): string;
  failed(count: string): string;
  perSecond(rate: string): string;
  left(clock: string): string;
  readonly ttft: string;
  readonly tokenGap: string;
  samples(count: string): string;
  readonly running: string;
  readonly waiting: string;
  readonly kvUse: string;
  readonly memory: string;
  readonly utilization: string;
  readonly power: string;
  readonly temperature: string;
  readonly level: string;
  inputTokens(count: string): string;
  repeat(repeat: number, repeats: number): string;
  /** The x of the scaling chart. */
  readonly users: string;
  readonly requestRate: string;
  /** How to read lower-case letters in the chart. */
  readonly invalidPoints: string;
};

/** What keys do: a word for the line of keys, a sentence for the help, and what was done. */
export type LiveActionWords = {
  readonly short: Readonly<Record<LiveKeyName, string>>;
  readonly long: Readonly<Record<LiveKeyName, string>>;
  readonly skipped: string;
  readonly holding: string;
  readonly released: string;
};

/** The keys of the live screen. */
export type LiveKeyName =
  | 'help'
  | 'next'
  | 'enlarge'
  | 'scroll'
  | 'window'
  | 'pause'
  | 'skip'
  | 'stop'
  | 'cut';
