import type { ChatTurn } from './datasets/dataset-pack.ts';

/** What one request asks, before any dialect gives it a shape. */
export type WorkloadRequest = {
  /** From 0 over the whole stage, warm-up included. */
  readonly index: number;
  /** An ISO 639 code. */
  readonly language: string;
  /** The system prompt; it is not salted, so that a prefix that users really share stays shared. */
  readonly systemText: string | null;
  /** Turns before this one; the answers in it are real ones in a conversation. */
  readonly history: readonly ChatTurn[];
  /** The user's text. It carries the salt, unless an earlier turn of the user in `history` does. */
  readonly text: string;
  /** How many tokens to ask for. The produced number is what the server says, never this. */
  readonly outputTokens: number;
  /** How many tokens the user's text was made to have; `null` where it has its natural length. */
  readonly intendedInputTokens: number | null;
  /** The name of the request's class, `null` where the stage has no classes. */
  readonly requestClass: string | null;
};

/** A lazy source of requests; request k is the same in every worker. */
export type RequestSource = { readonly request: (index: number) => WorkloadRequest };

/** A conversation: what its user asks turn by turn, whatever is answered. */
export type Conversation = {
  readonly turns: number;
  readonly systemText: string | null;
  /** The user's text of a turn (from 0); the first one carries the salt. */
  readonly text: (turn: number) => string;
  readonly outputTokens: (turn: number) => number;
};

/** A lazy source of conversations; conversation c is the same in every worker. */
export type ConversationSource = { readonly conversation: (index: number) => Conversation };
