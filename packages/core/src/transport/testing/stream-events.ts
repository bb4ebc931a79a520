import fc from 'fast-check';

/** Texts that could mislead a reader that looks at bytes: JSON inside text, escapes, halves of characters. */
export const trickyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '"',
          '\\',
          '\\"',
          '\uFFFD',
          '\uFFFD\uFFFD',
          '\uD83D',
          '\uDE00',
          '😀',
          '\n\n',
          '\u0000',
          '"delta":{"content":"',
          '{"delta":{"content":"x"},"finish_reason":null}',
          '"finish_reason":null',
          '"completion_tokens":99',
          '"usage":{"completion_tokens":99}',
          '"meta_info":{"completion_tokens":99}',
          '[DONE]',
          'data: ',
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  },
);

/** JSON as servers write it: compact, or with every character beyond ASCII escaped, or with spaces. */
const encoding = fc.constantFrom('compact', 'ascii', 'spaced');
export type Encoding = 'compact' | 'ascii' | 'spaced';

export function encodeEvent(event: unknown, how: Encoding): string {
  if (how === 'spaced') return JSON.stringify(event, null, 1).replaceAll('\n', '');
  const compact = JSON.stringify(event);
  if (how === 'compact') return compact;
  return compact.replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One event of a chat stream, before it has its place in the stream. */
export type ChatEvent = {
  readonly kind:
    | 'role'
    | 'text'
    | 'reasoning'
    | 'both'
    | 'empty'
    | 'tool'
    | 'ids'
    | 'logprobs'
    | 'two'
    | 'error';
  readonly text: string;
  readonly tokens: number;
  readonly finish: 'stop' | 'length' | null;
  readonly usage: boolean;
};
/** A stream's ways: they hold for all its events. */
export type ChatStream = {
  readonly engine: 'vllm' | 'sglang' | 'both-fields' | 'usage-first' | 'finish-first' | 'alphabetical';
  readonly encoding: Encoding;
  readonly usageAtEnd: boolean;
  /** The text of every event, or `null` where each has its own: equal lengths are what a reader of shapes could confuse. */
  readonly sameText: string | null;
  readonly promptTokens: number;
  readonly events: readonly ChatEvent[];
};

const chatEvent = (usage: boolean): fc.Arbitrary<ChatEvent> =>
  fc.record({
    kind: fc.oneof(
      { weight: 12, arbitrary: fc.constant<ChatEvent['kind']>('text') },
      {
        weight: 5,
        arbitrary: fc.constantFrom<ChatEvent['kind']>(
          'reasoning',
          'role',
          'empty',
          'tool',
          'ids',
          'logprobs',
          'two',
          'both',
        ),
      },
      { weight: 1, arbitrary: fc.constant<ChatEvent['kind']>('error') },
    ),
    text: trickyText,
    tokens: fc.integer({ min: 0, max: 4 }),
    finish: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      fc.constantFrom('stop' as const, 'length' as const),
    ),
    usage: fc.oneof({ weight: 9, arbitrary: fc.constant(usage) }, fc.boolean()),
  });

export const chatStream: fc.Arbitrary<ChatStream> = fc.boolean().chain((usage) =>
  fc.record({
    engine: fc.constantFrom('vllm', 'sglang', 'both-fields', 'usage-first', 'finish-first', 'alphabetical'),
    encoding,
    usageAtEnd: fc.boolean(),
    sameText: fc.option(fc.constantFrom('ab', 'a', 'null', '안')),
    promptTokens: fc.constantFrom(0, 9, 12, 100_000),
    events: fc.array(chatEvent(usage), { minLength: 1, maxLength: 25 }),
  }),
);

/** The data of each event, in order. */
export function chatStreamData(stream: ChatStream): string[] {
  let total = 0;
  const data = stream.events.map((own) => {
    const event = { ...own, text: stream.sameText ?? own.text };
    total += event.tokens;
    return encodeEvent(chatEventJson(stream, event, total), stream.encoding);
  });
  if (stream.usageAtEnd)
    data.push(encodeEvent({ id: 'c1', choices: [], usage: usageOf(stream, total) }, stream.encoding));
  return [...data, '[DONE]'];
}

const usageOf = (stream: ChatStream, total: number): Record<string, unknown> => ({
  prompt_tokens: stream.promptTokens,
  total_tokens: stream.promptTokens + total,
  completion_tokens: total,
  completion_tokens_details: null,
});

function chatEventJson(stream: ChatStream, event: ChatEvent, total: number): Record<string, unknown> {
  if (event.kind === 'error') return { error: { message: event.text } };
  const delta = deltaOf(stream, event);
  const rest = {
    logprobs: event.kind === 'logprobs' ? { content: [{ token: event.text }] } : null,
    finish_reason: event.finish,
    ...(stream.engine === 'sglang' ? { matched_stop: null } : {}),
    ...(event.kind === 'ids' ? { token_ids: [1, 22] } : { token_ids: null }),
  };
  const choice =
    stream.engine === 'finish-first'
      ? { index: 0, ...rest, delta }
      : { ...(stream.engine === 'alphabetical' ? {} : { index: 0 }), delta, ...rest };
  const choices = event.kind === 'two' ? [choice, { ...choice, index: 1 }] : [choice];
  const usage = event.usage ? { usage: usageOf(stream, total) } : {};
  const head = { id: 'c1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'm' };
  if (stream.engine === 'usage-first') return { ...usage, ...head, choices };
  return stream.engine === 'alphabetical' ? { choices, ...head, ...usage } : { ...head, choices, ...usage };
}

function deltaOf({ engine }: ChatStream, { kind, text }: ChatEvent): Record<string, unknown> {
  const before = engine === 'sglang' ? { reasoning_content: null } : {};
  const reasoningName = engine === 'sglang' ? 'reasoning_content' : 'reasoning';
  if (engine === 'both-fields' && (kind === 'text' || kind === 'reasoning'))
    return kind === 'text'
      ? { content: text, [reasoningName]: null }
      : { content: '', [reasoningName]: text };
  switch (kind) {
    case 'role':
      return { ...before, role: 'assistant', content: '' };
    case 'empty':
      return before;
    case 'reasoning':
      return { [reasoningName]: text };
    case 'both':
      return { content: '', [reasoningName]: text };
    case 'tool':
      return { ...before, tool_calls: [{ index: 0, function: { arguments: text } }] };
    default:
      return { ...before, content: text };
  }
}
