import type { Language } from '../plan/language.ts';

/** What one request asks, before any dialect gives it a shape. */
export type WorkloadRequest = {
  /** From 0 over the whole stage, warm-up included. */
  readonly index: number;
  readonly language: Language;
  /** The system prompt; it is not salted, so that a prefix that users really share stays shared. */
  readonly systemText: string | null;
  /** The user's text, salt included. */
  readonly text: string;
  /** How many tokens to ask for. The produced number is what the server says, never this. */
  readonly outputTokens: number;
  /** How many tokens the user's text was made to have; `null` where it has its natural length. */
  readonly intendedInputTokens: number | null;
};

/** A lazy source of requests; request k is the same in every worker. */
export type RequestSource = { readonly request: (index: number) => WorkloadRequest };
