import { Flight, unset } from '../flight.ts';
import { clearReading, createEventReading, type EventReading, type KeptText } from './dialect.ts';
import { EventTemplate } from './event-template.ts';
import type { JsonObject } from './json-shape.ts';
import { readOpenAiEvent } from './openai-event.ts';

/** A learned event: what of it may differ, and what the rest of it says, the same in each event of its shape. */
type Repeated = {
  readonly template: EventTemplate;
  readonly kind: 'text' | 'other';
  readonly reasoning: boolean;
  readonly totalsOnly: boolean;
  readonly finishReason: string | null;
  readonly cachedTokens: number;
  readonly reasoningTokens: number;
};

/** Shapes kept: an answer has its first event, its last token and its usage; answers that end differently have others. */
const shapesKept = 6;
/** A server whose events never look alike is read by the parser alone after so many tries. */
const learningTries = 64;
const ignoredKeys = ['id', 'created', 'total_tokens'];
/** Where the text of an event with a token may stand: an event is learned by the first of these that it has. */
const textKeys = ['content', 'text', 'reasoning', 'reasoning_content'];

/**
 * The events that come once in every answer: the role, the last token with its reason, the usage. They differ from answer to
 * answer in identity, time, text and counts alone, so after the first answers they need no parser. In long answers they are
 * few; in short ones they are most of what is read.
 */
export class RepeatedEvents {
  readonly #keep: KeptText;
  readonly #known: Repeated[] = [];
  #oldest = 0;
  /** The shape that matched last: answers have theirs in an order, so the one behind it is tried first. */
  #last = -1;
  #fruitless = 0;

  constructor(keep: KeptText) {
    this.#keep = keep;
  }

  /** Reads the event as the parser would, when one of its shape was learned; false when none was. */
  read(buffer: Buffer, start: number, end: number, flight: Flight, reading: EventReading): boolean {
    const count = this.#known.length;
    for (let tried = 1; tried <= count; tried++) {
      const index = (this.#last + tried) % count;
      const known = this.#known[index] as Repeated;
      const { template } = known;
      if (!template.matches(buffer, start, end)) continue;
      this.#last = index;
      if (known.kind === 'text' && template.textIsReplacement(buffer)) return false;
      this.#fruitless = 0;
      apply(known, flight, reading);
      if (this.#keep === 'uncounted' && known.kind === 'text' && template.count < 0)
        reading.escapedText = template.escapedText(buffer);
      return true;
    }
    return false;
  }

  /** Learns from an event that the parser has read, if it is of a kind that a template can say. */
  learn(buffer: Buffer, start: number, end: number, event: JsonObject): void {
    if (this.#fruitless > learningTries) return;
    this.#fruitless++;
    const learned = learnEvent(buffer, start, end, event);
    if (learned === null) return;
    this.#known[this.#oldest] = learned;
    this.#oldest = (this.#oldest + 1) % shapesKept;
  }
}

function apply(known: Repeated, flight: Flight, reading: EventReading): void {
  const { count, input } = known.template;
  reading.kind = known.kind;
  reading.visible = known.kind === 'text';
  reading.reasoning = known.reasoning;
  reading.totalsOnly = known.totalsOnly;
  reading.cumulativeTokens = count;
  if (input >= 0) flight.inputTokens = input;
  if (known.finishReason !== null) flight.finishReason = known.finishReason;
  if (known.cachedTokens !== unset) flight.cachedTokens = known.cachedTokens;
  if (known.reasoningTokens !== unset) flight.reasoningTokens = known.reasoningTokens;
}

/** The event read alone, into a flight of its own, says what every event of its shape says; `null` where that is not all. */
function learnEvent(buffer: Buffer, start: number, end: number, event: JsonObject): Repeated | null {
  const reading = createEventReading();
  clearReading(reading);
  const flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
  readOpenAiEvent(event, flight, reading);
  const { kind, reasoning, totalsOnly, cumulativeTokens } = reading;
  if ((kind !== 'text' && kind !== 'other') || reading.ownTokens >= 0) return null;
  if (kind === 'text' && !reading.visible) return null;
  const count = cumulativeTokens >= 0 ? 'completion_tokens' : null;
  const withInput = flight.inputTokens === unset ? {} : { input: 'prompt_tokens' };
  const template = new EventTemplate();
  for (const text of kind === 'text' ? textKeys : [null]) {
    const keys = { text, count, ...withInput, ignored: ignoredKeys };
    if (!template.learn(buffer, start, end, keys) || !template.matches(buffer, start, end)) continue;
    if (template.count !== cumulativeTokens || template.input !== flight.inputTokens) continue;
    const { finishReason, cachedTokens, reasoningTokens } = flight;
    return { template, kind, reasoning, totalsOnly, finishReason, cachedTokens, reasoningTokens };
  }
  return null;
}
