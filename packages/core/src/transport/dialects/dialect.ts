import type { DialectName } from '../../plan/dialect-name.ts';
import type { ChatTurn } from '../../workload/datasets/dataset-pack.ts';
import type { Flight, TokenSource } from '../flight.ts';

/** What one stream event says. The reader owns one instance and overwrites it at each event. */
export type EventReading = {
  /** `other` events (role, empty delta, comment, usage only) are no tokens. */
  kind: 'text' | 'other' | 'done' | 'error';
  /** Cumulative output tokens of the request after this event, `-1` when the event does not say. */
  cumulativeTokens: number;
  /** Tokens of this event alone, `-1` when the event does not say (token ids). */
  ownTokens: number;
  /** The text is reasoning, not the answer. */
  reasoning: boolean;
  /** The event carries text that a reader can see. */
  visible: boolean;
  /** A usage-only event at the end: its counts are totals, not a token. */
  totalsOnly: boolean;
  /** The format says that this is its last event; it may carry a token all the same. */
  ends: boolean;
  /** Set when the event was read with a JSON parser and text is wanted. */
  text: string;
  /** All text of the event, reasoning included, as the inside of a JSON string; only where counting needs it. */
  escapedText: string;
  errorMessage: string;
};

/** How a request body is made for one request. */
export type BodyRequest = {
  readonly model: string;
  readonly systemText: string | null;
  /** Turns before this one: messages of a chat; a prompt of one text carries them as `flattenedPrompt` says. */
  readonly history: readonly ChatTurn[];
  readonly text: string;
  readonly outputTokens: number;
};

/**
 * Which optional fields a server takes. Plain OpenAI rejects what vLLM and SGLang accept. A format that has no such field
 * leaves it out: neither Ollama nor TGI can be told to go on behind the end of the text.
 */
export type BodyExtensions = {
  readonly exactLength: boolean;
  readonly continuousUsage: boolean;
  readonly legacyMaxTokens: boolean;
};

export const allExtensions: BodyExtensions = {
  exactLength: true,
  continuousUsage: true,
  legacyMaxTokens: true,
};
export const plainOpenAi: BodyExtensions = {
  exactLength: false,
  continuousUsage: false,
  legacyMaxTokens: false,
};

/** How events are parted in a stream: server-sent events, or one JSON object a line. */
export type Framing = 'sse' | 'ndjson';

/** Reads the events of one worker's streams. It may remember the shape of events between calls, never their content. */
export type EventReader = {
  readonly framing: Framing;
  /** Every whole answer has an event that `ends` it: an answer without one was cut short, however tidily. */
  readonly saysItsEnd: boolean;
  /** Reads the data of one event into `reading`; counts that events carry besides tokens go to the flight. */
  read(buffer: Buffer, start: number, end: number, flight: Flight, reading: EventReading): void;
};

/** Which text a stage wants: `none`; `uncounted`, that of answers whose tokens the server does not count; or `all`. */
export type KeptText = 'none' | 'uncounted' | 'all';

/** A wire format: one file each, beside its siblings. */
export type Dialect = {
  readonly name: DialectName;
  readonly path: string;
  readonly tokenSource: TokenSource;
  body(request: BodyRequest, extensions: BodyExtensions): Record<string, unknown>;
  createReader(keep: KeptText): EventReader;
};

export function createEventReading(): EventReading {
  return {
    kind: 'other',
    cumulativeTokens: -1,
    ownTokens: -1,
    reasoning: false,
    visible: false,
    totalsOnly: false,
    ends: false,
    text: '',
    escapedText: '',
    errorMessage: '',
  };
}

/** Puts a reading back to "an event without a token". */
export function clearReading(reading: EventReading): void {
  reading.kind = 'other';
  reading.cumulativeTokens = -1;
  reading.ownTokens = -1;
  reading.reasoning = false;
  reading.visible = false;
  reading.totalsOnly = false;
  reading.ends = false;
  reading.text = '';
  reading.escapedText = '';
  reading.errorMessage = '';
}
