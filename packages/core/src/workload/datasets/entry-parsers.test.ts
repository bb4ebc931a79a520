import { expect, test } from 'vitest';
import type { DatasetFormat } from '../../plan/prompt-plan.ts';
import { entryParsers } from './entry-parsers.ts';

const nothingElse = { systemText: null, history: [], laterTurns: [], outputTokens: null };

function entryOf(format: DatasetFormat, value: unknown): unknown {
  const parsed = entryParsers[format](JSON.stringify(value));
  return parsed.kind === 'entry' ? parsed.entry : parsed.problem;
}

const said = (from: string, value: unknown) => ({ from, value });
const message = (role: string, content: unknown) => ({ role, content });

test('of a ShareGPT conversation the first question is the text and the later ones follow', () => {
  const conversations = [
    said('system', 'Be kind.'),
    said('gpt', 'Hello! How can I help?'),
    said('human', 'Why is the sky blue?'),
    said('gpt', 'Because ...'),
    said('human', 'And at night?'),
  ];
  expect(entryOf('sharegpt', { id: 'a', conversations })).toEqual({
    systemText: 'Be kind.',
    history: [],
    text: 'Why is the sky blue?',
    laterTurns: ['And at night?'],
    outputTokens: null,
  });
});

test('of a list of messages the last one of the user is the text, what is before it the history', () => {
  const messages = [
    message('system', 'Be brief.'),
    message('developer', 'Answer in Korean.'),
    message('user', 'One?'),
    message('assistant', '1'),
    message('user', 'Two?'),
    message('assistant', 'the answer of the file'),
  ];
  expect(entryOf('openai-jsonl', { messages, max_completion_tokens: 64, temperature: 0 })).toEqual({
    systemText: 'Be brief.\n\nAnswer in Korean.',
    history: [
      { role: 'user', text: 'One?' },
      { role: 'assistant', text: '1' },
    ],
    text: 'Two?',
    laterTurns: [],
    outputTokens: 64,
  });
});

test('a line of a batch is read by its body', () => {
  const body = { model: 'm', messages: [message('user', 'Hi')], max_tokens: 7 };
  const line = { custom_id: 'request-1', method: 'POST', url: '/v1/chat/completions', body };
  expect(entryOf('openai-jsonl', line)).toEqual({ ...nothingElse, text: 'Hi', outputTokens: 7 });
});

test.each(['output_tokens', 'output_len', 'max_tokens', 'max_completion_tokens', 'completion_tokens'])(
  'a prompt line says its output length as %s',
  (name) => {
    expect(entryOf('prompt-jsonl', { prompt: 'Hi', [name]: 12 })).toEqual({
      ...nothingElse,
      text: 'Hi',
      outputTokens: 12,
    });
  },
);

test('of two output lengths the one named output_tokens holds, and null says nothing', () => {
  expect(entryOf('prompt-jsonl', { prompt: 'Hi', max_tokens: 4096, output_tokens: 12 })).toMatchObject({
    outputTokens: 12,
  });
  expect(entryOf('prompt-jsonl', { prompt: 'Hi', max_tokens: null })).toMatchObject({ outputTokens: null });
});

test('a line of text is a prompt as it stands', () => {
  expect(entryParsers.text('  Say {"hi"} ')).toEqual({
    kind: 'entry',
    entry: { ...nothingElse, text: '  Say {"hi"} ' },
  });
});

test.each<[DatasetFormat, unknown, string]>([
  ['sharegpt', {}, 'conversations is missing'],
  ['sharegpt', 7, 'it must be an object'],
  ['sharegpt', { conversations: {} }, 'conversations must be a list of turns'],
  ['sharegpt', { conversations: [7] }, 'conversations[0] must be an object {from, value}'],
  ['sharegpt', { conversations: [] }, 'conversations has no turn of a human'],
  ['sharegpt', { conversations: [said('gpt', 'Hi')] }, 'conversations has no turn of a human'],
  ['sharegpt', { conversations: [said('human', 7)] }, 'conversations[0].value must be a text'],
  [
    'sharegpt',
    { conversations: [said('human', 'a'), said('human', ' ')] },
    'conversations[1].value is empty',
  ],
  [
    'sharegpt',
    { conversations: [said('human', 'a'), said('system', 'b')] },
    'conversations[1].from: only the first turn may be of the system',
  ],
  [
    'sharegpt',
    { conversations: [said('tool', 'a')] },
    'conversations[0].from must be one of human, user, gpt, assistant, chatgpt, bing, bard, system',
  ],
  ['openai-jsonl', { prompt: 'Hi' }, 'messages is missing'],
  ['openai-jsonl', { body: { prompt: 'Hi' } }, 'body.messages is missing'],
  ['openai-jsonl', { messages: [] }, 'messages has none of the user'],
  ['openai-jsonl', { messages: [message('user', '')] }, 'messages[0].content is empty'],
  ['openai-jsonl', { messages: [{ role: 'user' }] }, 'messages[0].content is missing'],
  [
    'openai-jsonl',
    { messages: [message('tool', '{}')] },
    'messages[0].role must be one of system, developer, user, assistant',
  ],
  [
    'openai-jsonl',
    { messages: [message('user', 'a'), message('system', 'b'), message('user', 'c')] },
    'messages[1].role: a system message may stand at the start only',
  ],
  [
    'openai-jsonl',
    { body: { messages: [message('user', [{ type: 'image_url', image_url: {} }])] } },
    'body.messages[0].content is a list of parts (images, audio or pieces of text); only messages of plain text are in scope: give the text itself',
  ],
  ['openai-jsonl', { messages: [message('user', 'a')], max_tokens: 0 }, 'max_tokens must be at least 1'],
  ['prompt-jsonl', { prompt: ['a', 'b'] }, 'prompt must be one text'],
  ['prompt-jsonl', { prompt: '\n' }, 'prompt is empty'],
  [
    'prompt-jsonl',
    { prompt: 'a', output_tokens: '12' },
    'output_tokens must be a whole number of at least 1',
  ],
])('in %s, %j is refused by its field', (format, value, problem) => {
  expect(entryOf(format, value)).toBe(problem);
});

test('what is no JSON is told as such', () => {
  expect(entryParsers['prompt-jsonl']('{"prompt": ')).toMatchObject({
    kind: 'bad',
    problem: expect.stringMatching(/^it is no JSON \(/),
  });
});
