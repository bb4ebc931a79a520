import { expect, test } from 'vitest';
import { openAiChat } from './dialects/openai-chat.ts';
import { openAiCompletions } from './dialects/openai-completions.ts';
import { sglangGenerate } from './dialects/sglang-generate.ts';
import { unset } from './flight.ts';
import { allCaptures, captureBytes } from './testing/captures.ts';
import { readReference } from './testing/reference-reader.ts';
import { replayAnswer, timelessFlight } from './testing/replay-answer.ts';

const captures = allCaptures();
/** Longer than an event, so that most of them still come whole between two cuts. */
const combWidth = 499;

test('the recorded answers are all there', () => {
  expect(captures).toHaveLength(85);
  expect(captures.filter((capture) => capture.name.includes('stream'))).toHaveLength(60);
});

test.each(captures)('$name is the same flight wherever it is cut', ({ bytes, dialect }) => {
  const whole = timelessFlight(replayAnswer(bytes, [], dialect));
  const expected = JSON.stringify(whole);
  const reader = dialect.createReader('none');
  const positions = Array.from(bytes.keys());
  for (let first = 0; first < Math.min(combWidth, bytes.length); first++) {
    const cuts = positions.filter((position) => position % combWidth === first);
    const flight = timelessFlight(replayAnswer(bytes, cuts, dialect, reader));
    if (JSON.stringify(flight) !== expected) expect(flight, `cut at ${cuts}`).toEqual(whole);
  }
  expect(timelessFlight(replayAnswer(bytes, positions, dialect, reader))).toEqual(whole);
});

test.each(captures)('$name is what a simple reader makes of it', ({ bytes, dialect }) => {
  expect(timelessFlight(replayAnswer(bytes, [], dialect))).toMatchObject(readReference(bytes, dialect.name));
});

const replay = (name: string, dialect = openAiChat) =>
  timelessFlight(replayAnswer(captureBytes(name), [], dialect));
const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

test('continuous usage gives each event its tokens: twelve of them, the role event has none', () => {
  expect(replay('vllm/chat_stream_usage_continuous')).toMatchObject({
    status: 'completed',
    events: 12,
    outputTokens: 12,
    streamedTokens: 12,
    firstEventTokens: 1,
    inputTokens: 12,
    gapTokens: ones(11),
    finishReason: 'length',
  });
});

test('a first event of two tokens, a broken character and a word, is one event and two tokens', () => {
  expect(replay('sglang/chat_stream_usage_continuous')).toMatchObject({
    status: 'completed',
    events: 11,
    outputTokens: 12,
    firstEventTokens: 2,
    gapTokens: ones(10),
  });
});

test('three tokens in one event are not counted as one: the total is the server’s, the gap’s tokens are unknown', () => {
  expect(replay('vllm/chat_stream_logprobs')).toMatchObject({
    events: 2,
    outputTokens: 4,
    streamedTokens: unset,
    firstEventTokens: unset,
    gapTokens: [-1],
  });
});

test.each(['vllm/tool_named_stream_truncated_no_delta', 'vllm/tool_required_stream_truncated_no_delta'])(
  '%s: twelve tokens that no event showed are an answer, without a first token',
  (name) => {
    expect(replay(name)).toMatchObject({
      status: 'completed',
      events: 0,
      outputTokens: 12,
      inputTokens: 192,
      hasFirstToken: false,
      finishReason: 'length',
    });
  },
);

test('a tool call is a token-bearing event and an answer', () => {
  const flight = replay('vllm/tool_named_stream');
  expect(flight).toMatchObject({
    status: 'completed',
    hasFirstToken: true,
    hasFirstAnswer: true,
    hasFirstText: false,
  });
});

test.each(['vllm/reasoning_chat_stream', 'sglang/reasoning_chat_stream'])(
  '%s: reasoning counts as tokens, but a stream of nothing else has no first answer',
  (name) => {
    expect(replay(name)).toMatchObject({
      status: 'completed',
      events: 8,
      outputTokens: 8,
      reasoningTokens: 8,
      hasFirstToken: true,
      hasFirstText: true,
      hasFirstAnswer: false,
      finishReason: 'length',
    });
  },
);

test('a stream without usage has events and no token count; an empty delta in its middle is no event', () => {
  const { flight } = replayAnswer(captureBytes('vllm/chat_stream_plain'), [], openAiChat);
  expect(flight).toMatchObject({
    status: 'completed',
    events: 11,
    outputTokens: unset,
    tokenSource: 'unknown',
  });
});

test('token ids count the tokens of each event', () => {
  expect(replay('vllm/chat_stream_token_ids')).toMatchObject({
    events: 4,
    outputTokens: 4,
    firstEventTokens: 1,
    gapTokens: ones(3),
  });
});

test.each([
  ['generate_stream', 8],
  ['generate_stream_incremental_output', 6],
  ['generate_stream_ids_logprob', 4],
])('sglang/%s counts by the native counter, and keeps the text once', (name, tokens) => {
  const bytes = captureBytes(`sglang/${name}`);
  expect(timelessFlight(replayAnswer(bytes, [], sglangGenerate))).toMatchObject({
    status: 'completed',
    events: tokens,
    outputTokens: tokens,
    firstEventTokens: 1,
    gapTokens: ones(tokens - 1),
    finishReason: 'length',
  });
  const { flight } = replayAnswer(bytes, [], sglangGenerate, sglangGenerate.createReader('all'));
  const texts = [...bytes.toString('utf8').matchAll(/^data: (\{.*\})\r?$/gm)].map(
    (match) => (JSON.parse(match[1] ?? '') as { text: string }).text,
  );
  expect(flight.text).toBe(name.includes('incremental') ? texts.join('') : texts.at(-1));
});

test.each(['err_prompt_too_long_generate_stream', 'err_generate_bad_sampling_stream'])(
  'sglang/%s: an error inside a 200 stream is a failure, not an answer of no tokens',
  (name) => {
    expect(replay(`sglang/${name}`, sglangGenerate)).toMatchObject({
      status: 'failed',
      errorClass: 'in-stream',
      events: 0,
    });
  },
);

test.each([
  ['sglang/max_tokens_0_chat_stream', openAiChat, 0],
  ['sglang/max_new_tokens_0_generate_stream', sglangGenerate, 0],
  ['vllm/completions_stop_token_stream', openAiCompletions, 1],
] as const)('%s: an answer that the server counts is an answer, even of no text', (name, dialect, tokens) => {
  expect(replay(name, dialect)).toMatchObject({
    status: 'completed',
    events: 0,
    outputTokens: tokens,
    hasFirstToken: false,
  });
});
