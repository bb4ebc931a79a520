import fc from 'fast-check';
import type { DialectName } from '../../plan/dialect-name.ts';
import { type Encoding, encodeEvent, trickyText } from './stream-events.ts';

/** One event of a generated stream, before a format gives it its shape. */
export type FormatEvent = {
  readonly kind: 'text' | 'reasoning' | 'both' | 'empty' | 'special' | 'tool' | 'other' | 'error';
  readonly text: string;
  readonly tokens: number;
};
/** A generated stream: its ways hold for all its events. */
export type FormatStream = {
  readonly encoding: Encoding;
  readonly ends: boolean;
  readonly counts: boolean;
  /** The text of every event, or `null` where each has its own. */
  readonly sameText: string | null;
  readonly promptTokens: number;
  readonly events: readonly FormatEvent[];
};

const formatEvent: fc.Arbitrary<FormatEvent> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant<FormatEvent['kind']>('text') },
    { weight: 4, arbitrary: fc.constant<FormatEvent['kind']>('reasoning') },
    {
      weight: 3,
      arbitrary: fc.constantFrom<FormatEvent['kind']>('both', 'empty', 'special', 'tool', 'other'),
    },
    { weight: 1, arbitrary: fc.constant<FormatEvent['kind']>('error') },
  ),
  text: trickyText,
  tokens: fc.integer({ min: 0, max: 3 }),
});

/** Streams of the formats that are read by templates. */
export const formatStream: fc.Arbitrary<FormatStream> = fc.record({
  encoding: fc.constantFrom<Encoding>('compact', 'ascii', 'spaced'),
  ends: fc.boolean(),
  counts: fc.boolean(),
  sameText: fc.option(fc.constantFrom('ab', 'a', '안')),
  promptTokens: fc.constantFrom(0, 9, 12, 100_000),
  events: fc.array(formatEvent, { minLength: 1, maxLength: 25 }),
});

type Position = { readonly index: number; readonly total: number };
type Shape = {
  event(event: FormatEvent, position: Position, stream: FormatStream): object;
  end(total: number, stream: FormatStream): object;
};

/** The data of each event of the stream in a format, in order. */
export function formatStreamData(name: TemplatedDialect, stream: FormatStream): string[] {
  const shape = shapes[name];
  let total = 0;
  const data = stream.events.map((own, index) => {
    const event = { ...own, text: stream.sameText ?? own.text };
    total += event.tokens;
    const json =
      event.kind === 'error' ? { error: event.text } : shape.event(event, { index, total }, stream);
    return encodeEvent(json, stream.encoding);
  });
  return stream.ends ? [...data, encodeEvent(shape.end(total, stream), stream.encoding)] : data;
}

const time = (index: number): string => `2026-10-20T08:15:30.${index * 7}Z`;

function ollamaMessage({ kind, text }: FormatEvent): Record<string, unknown> {
  const answers = kind === 'text' || kind === 'both';
  return {
    role: 'assistant',
    content: answers ? text : '',
    ...(kind === 'reasoning' || kind === 'both' ? { thinking: text } : {}),
    ...(kind === 'tool' ? { tool_calls: [{ function: { name: text, arguments: { content: text } } }] } : {}),
  };
}

const ollamaEnd = (total: number, { counts, promptTokens }: FormatStream): Record<string, unknown> => ({
  done: true,
  done_reason: 'length',
  total_duration: 5,
  ...(counts ? { prompt_eval_count: promptTokens, eval_count: total } : {}),
});

const shapes = {
  'ollama-chat': {
    event: (event, { index }) => ({
      model: 'm',
      created_at: time(index),
      message: ollamaMessage(event),
      done: false,
    }),
    end: (total, stream) => ({ model: 'm', message: { content: '' }, ...ollamaEnd(total, stream) }),
  },
  'ollama-generate': {
    event: (event, { index }) => {
      const { content, role: _, ...rest } = ollamaMessage(event);
      return { model: 'm', created_at: time(index), response: content, ...rest, done: false };
    },
    end: (total, stream) => ({ model: 'm', response: '', ...ollamaEnd(total, stream) }),
  },
  'llama-cpp': {
    event: ({ kind, text, tokens }, { index, total }, { counts, promptTokens }) => ({
      index: 0,
      content: kind === 'empty' || kind === 'special' ? '' : text,
      tokens: Array.from({ length: kind === 'both' ? 1 : tokens }, (_, id) => id * 37 + index),
      stop: false,
      id_slot: kind === 'reasoning' ? 3 : -1,
      ...(counts ? { tokens_predicted: total, tokens_evaluated: promptTokens } : {}),
      ...(kind === 'tool' ? { timings: { prompt_n: 3, predicted_n: total } } : {}),
    }),
    end: (total, { promptTokens }) => ({
      content: '',
      tokens: [],
      stop: true,
      tokens_predicted: total,
      tokens_evaluated: promptTokens,
      stop_type: 'limit',
      timings: { cache_n: 1 },
    }),
  },
  tgi: {
    event: ({ kind, text, tokens }, { index }) => ({
      index: index + 1,
      ...(kind === 'other'
        ? {}
        : {
            token: {
              id: tokens * 1000 + index,
              text: kind === 'empty' ? '' : text,
              logprob: kind === 'both' ? null : -tokens / 3,
              special: kind === 'special',
            },
          }),
      generated_text: null,
      details: null,
    }),
    end: (total, { counts, promptTokens }) => ({
      index: 99,
      token: { id: 2, text: 'x', logprob: -1, special: false },
      generated_text: 'all',
      details: counts
        ? { finish_reason: 'length', generated_tokens: total, seed: null, input_length: promptTokens }
        : null,
    }),
  },
  'openai-responses': {
    event: ({ kind, text }, { index }) => ({
      type: responsesTypes[kind] ?? 'response.in_progress',
      item_id: `i${index % 3}`,
      output_index: index % 2,
      content_index: 0,
      delta: kind === 'empty' ? '' : text,
      ...(kind === 'both' ? { logprobs: [{ delta: text }] } : { logprobs: [] }),
      sequence_number: index,
    }),
    end: (total, { counts, promptTokens }) => ({
      type: 'response.completed',
      response: {
        status: 'completed',
        error: null,
        usage: counts ? { input_tokens: promptTokens, output_tokens: total } : null,
      },
    }),
  },
} as const satisfies Partial<Record<DialectName, Shape>>;

const responsesTypes: Partial<Record<FormatEvent['kind'], string>> = {
  text: 'response.output_text.delta',
  both: 'response.output_text.delta',
  empty: 'response.output_text.delta',
  special: 'response.refusal.delta',
  reasoning: 'response.reasoning_text.delta',
  tool: 'response.function_call_arguments.delta',
};

/** A format that is read by templates. */
export type TemplatedDialect = keyof typeof shapes;
/** All of them. */
export const templatedDialects = Object.keys(shapes) as readonly TemplatedDialect[];
