import type { DatasetFormat } from '../../plan/prompt-plan.ts';

/** One entry of a dataset as a request needs it. */
export type DatasetEntry = {
  readonly systemText: string | null;
  /** Turns before `text`, as the file has them; empty in ShareGPT, whose entries are asked from their first turn on. */
  readonly history: readonly ChatTurn[];
  /** The user's turn to be answered: ShareGPT's first one, the last one of a list of messages. */
  readonly text: string;
  /** The user's turns after `text`, for a conversation; empty where there are none. */
  readonly laterTurns: readonly string[];
  /** `null` where the file does not say: the stage's own length then. */
  readonly outputTokens: number | null;
};

/** One turn of a conversation. */
export type ChatTurn = { readonly role: 'user' | 'assistant'; readonly text: string };

/**
 * Entries of a dataset, as JSON in one block of shared memory: it crosses threads without a copy, and an entry costs heap
 * only while a request is made of it.
 */
export type DatasetPack = {
  /** The file's name, without its folder. */
  readonly source: string;
  /** As it was given, or told by the first entry. */
  readonly format: DatasetFormat;
  readonly count: number;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Entry k is `bytes` from `offsets[k]` to `offsets[k + 1]`. */
  readonly offsets: Float64Array<SharedArrayBuffer>;
  readonly skippedLines: number;
};
