import type { Language } from './language.ts';
import type { NumberDistribution } from './number-distribution.ts';

/**
 * A text that several requests open with, as a system prompt that many users share. Requests are spread over the groups
 * by seed; a share of them (0 to 1) carries the prefix, the others carry none.
 */
export type SharedPrefix = {
  readonly groups: number;
  /** Tokens of the prefix of each group. */
  readonly tokens: number;
  readonly share: number;
};

/** Formats of dataset files. */
export const datasetFormats = ['sharegpt', 'openai-jsonl', 'prompt-jsonl', 'text'] as const;
/** One of them. */
export type DatasetFormat = (typeof datasetFormats)[number];

/** A kind of request among several in one stage; a request is of a class with probability weight / sum of weights. */
export type RequestClass = {
  readonly name: string;
  readonly weight: number;
  readonly language: Language;
  readonly inputTokens: NumberDistribution | null;
  readonly outputTokens: NumberDistribution;
};

/** What the requests of a stage say. */
export type PromptPlan =
  | { readonly kind: 'generated'; readonly sharedPrefix: SharedPrefix | null }
  /** This text for every request, salted. */
  | { readonly kind: 'fixed'; readonly text: string }
  /** Kneepoint's own prompts in the stage's language, in turn. */
  | { readonly kind: 'language' }
  /** The prompts of a file, in turn and in its order. */
  | { readonly kind: 'listed'; readonly source: string; readonly texts: readonly string[] }
  /** Entries of a file, in seeded order, again from the first when all were sent. The entries come beside the plan. */
  | {
      readonly kind: 'dataset';
      readonly source: string;
      readonly format: DatasetFormat;
      /** Whether entries of several turns are held as conversations (closed loop), with the real answers in the history. */
      readonly multiTurn: boolean;
    }
  /** Lengths and shared prefixes of the recorded requests that the load replays. */
  | { readonly kind: 'trace' }
  /** Generated conversations: each user asks again with the real answers in the history. Closed loop only. */
  | {
      readonly kind: 'conversation';
      readonly turns: NumberDistribution;
      /** Tokens of the questions after the first, whose length is the stage's `inputTokens`. */
      readonly followUpTokens: NumberDistribution;
      readonly sharedPrefix: SharedPrefix | null;
    }
  | { readonly kind: 'classes'; readonly classes: readonly RequestClass[] };
