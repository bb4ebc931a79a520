import type { StreamFormat } from './stream-format.ts';

/** Why an answer ended. */
export type FinishReason = 'stop' | 'length';

/** The numbers of an answer so far, as the server reports them. */
export interface AnswerProgress {
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  reasoningTokens: number;
}

/** One event's tokens. */
export interface TokenEvent {
  /** JSON-escaped UTF-8 bytes of the text, one per UTF-16 unit; empty while a character is incomplete, and at the end of text. */
  readonly wire: string;
  readonly isReasoning: boolean;
  /** Set on the last event of the answer. */
  readonly finish: FinishReason | null;
  /** Ids of the event's tokens. */
  readonly ids: readonly number[];
}

/**
 * Writes one answer in a dialect. All texts are wire texts: one byte per UTF-16 unit, so that an event is put together
 * by joining strings and its length is its length on the wire. Each part is one event with its line ends, or several.
 */
export interface EventWriter {
  readonly format: StreamFormat;
  /** The event before the first token, or an empty text. */
  opening(progress: AnswerProgress): string;
  /** The event of some tokens; empty where the dialect sends none for them. */
  tokens(event: TokenEvent, progress: AnswerProgress): string;
  /** The events after the last token, apart from the format's own `done`. */
  ending(finish: FinishReason, progress: AnswerProgress): string[];
  /** The JSON body of an answer that is not streamed. */
  whole(text: WholeAnswer, finish: FinishReason, progress: AnswerProgress): string;
  /** An event that reports an error in the middle of a stream. */
  error(message: string): string;
}

/** A whole answer's text, as wire text. */
export interface WholeAnswer {
  readonly reasoning: string;
  readonly content: string;
  readonly ids: readonly number[];
}

/** When things happened to a request, seconds since the epoch. */
export interface AnswerTimes {
  readonly received: number;
  readonly admitted: number;
  readonly firstToken: number;
  readonly now: number;
}

/** What a writer has to know of its request. */
export interface WriterContext {
  readonly id: string;
  readonly createdSeconds: number;
  /** The model's name as a JSON text on the wire. */
  readonly modelJson: string;
  readonly includeUsage: boolean;
  readonly continuousUsage: boolean;
  readonly reportsCachedTokens: boolean;
  readonly reportsReasoning: boolean;
}
