import { expect, test } from 'vitest';
import { promptsField } from './prompts-field.ts';
import { parseRequestClass } from './request-class.ts';
import { parseSharedPrefix, sharedPrefixField } from './shared-prefix.ts';

function fromPlan(field: typeof promptsField | typeof sharedPrefixField, value: unknown): unknown {
  const read = field.safeParse(value);
  return read.success
    ? read.data
    : read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('\n');
}

test.each([
  ['500', 500, { tokens: 500, groups: 1, share: 1 }],
  ['500:4', '500:4', { tokens: 500, groups: 4, share: 1 }],
  ['500:4:0.8', { tokens: 500, groups: 4, share: 0.8 }, { tokens: 500, groups: 4, share: 0.8 }],
])('the shared prefix %j is the same in a plan as %j', (text, value, prefix) => {
  expect(parseSharedPrefix(text)).toEqual({ ok: true, value: prefix });
  expect(fromPlan(sharedPrefixField, value)).toEqual(prefix);
});

test.each([
  ['0', '"0" is not TOKENS[:GROUPS[:SHARE]] such as 500, 500:4 or 500:4:0.8'],
  ['500:0', '"500:0" is not TOKENS[:GROUPS[:SHARE]] such as 500, 500:4 or 500:4:0.8'],
  ['500:4:1:1', '"500:4:1:1" is not TOKENS[:GROUPS[:SHARE]] such as 500, 500:4 or 500:4:0.8'],
  ['500:4:0', 'the share "0" of requests with the prefix must be above 0 and at most 1'],
  ['500:4:1.5', 'the share "1.5" of requests with the prefix must be above 0 and at most 1'],
  ['500:4:80', 'the share "80" of requests with the prefix must be above 0 and at most 1'],
])('the shared prefix %j is refused', (text, problem) => {
  expect(parseSharedPrefix(text)).toEqual({ ok: false, problem });
});

const fixed = (value: number) => ({ kind: 'fixed', value });

test.each([
  [
    'chat:3:200:100',
    { name: 'chat', weight: 3, language: 'ko', inputTokens: fixed(200), outputTokens: fixed(100) },
  ],
  [
    'a:0.5:uniform:1-9:normal:20,5,10-30:zh',
    {
      name: 'a',
      weight: 0.5,
      language: 'zh',
      inputTokens: { kind: 'uniform', min: 1, max: 9 },
      outputTokens: { kind: 'normal', mean: 20, deviation: 5, min: 10, max: 30 },
    },
  ],
])('the class %s is read, in the given language unless it names one', (text, expected) => {
  expect(parseRequestClass(text, 'ko')).toEqual({ ok: true, value: expected });
});

const classForm =
  'NAME:WEIGHT:INPUT:OUTPUT[:LANGUAGE] such as chat:3:200:100 or code:1:normal:800,200:400:en';

test.each([
  ['chat', `"chat" is not ${classForm}`],
  ['chat:1:2:3:en:more', `"chat:1:2:3:en:more" is not ${classForm}`],
  ['my chat:1:20:20', 'the name "my chat" of a class must be made of letters, digits, ".", "_" and "-"'],
  ['chat:0:20:20', 'the weight "0" of the class chat must be a number above 0'],
  ['chat:x:20:20', 'the weight "x" of the class chat must be a number above 0'],
  ['chat:1:0:20', 'of the class chat: must be at least 1, not 0'],
  ['chat:1:20:20:fr', 'of the class chat: the language must be one of en, ko, zh, not "fr"'],
])('the class %s is refused', (text, problem) => {
  expect(parseRequestClass(text, 'en')).toEqual({ ok: false, problem });
});

test.each([
  ['generated', { kind: 'generated', sharedPrefix: null }],
  ['language', { kind: 'language' }],
  ['trace', { kind: 'trace' }],
  [
    { kind: 'generated', sharedPrefix: '500:2' },
    { kind: 'generated', sharedPrefix: { tokens: 500, groups: 2, share: 1 } },
  ],
  [
    { kind: 'fixed', text: 'hello' },
    { kind: 'fixed', text: 'hello' },
  ],
  [
    { kind: 'dataset', source: 'd.json' },
    { kind: 'dataset', source: 'd.json', format: 'auto', multiTurn: false, skipBadLines: false },
  ],
  [
    { kind: 'conversation', turns: 3, followUpTokens: 'uniform:10-20' },
    {
      kind: 'conversation',
      turns: fixed(3),
      followUpTokens: { kind: 'uniform', min: 10, max: 20 },
      sharedPrefix: null,
    },
  ],
  [
    { kind: 'classes', classes: ['chat:3:200:100', { name: 'b', outputTokens: 5 }] },
    {
      kind: 'classes',
      classes: [
        { name: 'chat', weight: 3, language: 'en', inputTokens: fixed(200), outputTokens: fixed(100) },
        { name: 'b', weight: 1, language: 'en', inputTokens: null, outputTokens: fixed(5) },
      ],
    },
  ],
])('the prompts %j are read', (value, prompts) => {
  expect(fromPlan(promptsField, value)).toEqual(prompts);
});

const forms = 'generated, language, trace, or a block with a kind such as { kind: dataset, source: FILE }';

test.each([
  ['generatd', `must be ${forms}, not "generatd"; did you mean generated?`],
  [5, `must be ${forms}, not 5`],
  [
    { kind: 'datset', source: 'x' },
    'kind: must be one of generated, fixed, language, dataset, trace, conversation, classes, not "datset"; did you mean dataset?',
  ],
  [{ kind: 'dataset' }, 'source: is missing (a text)'],
  [{ kind: 'dataset', source: 'x', multiturn: true }, 'multiturn: unknown key; did you mean multiTurn?'],
  [
    { kind: 'dataset', source: 'x', format: 'sharegp' },
    'format: must be one of auto, sharegpt, openai-jsonl, prompt-jsonl, text, not "sharegp"; did you mean sharegpt?',
  ],
  [{ kind: 'fixed', text: '' }, 'text: must not be empty'],
  [{ kind: 'generated', sharedPrefix: { tokens: 0 } }, 'sharedPrefix: tokens: must be at least 1, not 0'],
  [{ kind: 'generated', sharedPrefix: { tokens: 5, share: 2 } }, 'sharedPrefix: share: must be at most 1'],
  [{ kind: 'conversation', turns: 0, followUpTokens: 9 }, 'turns: must be at least 1, not 0'],
  [{ kind: 'classes', classes: [] }, 'classes: must not be empty'],
  [
    { kind: 'classes', classes: [{ name: 'a', weight: 0, outputTokens: 5 }] },
    'classes: 0: weight: must be more than 0, not 0',
  ],
  [{ kind: 'dataset', source: '' }, 'source: must not be empty'],
  [
    { kind: 'classes', classes: ['b:1:20:20', 'a:1:20:20', 'a:2:20:20'] },
    'classes: 2: name: "a" is the name of an earlier class',
  ],
  [
    { kind: 'classes', classes: ['a:1:20:20', 'a:2:20:20'] },
    'classes: 1: name: "a" is the name of an earlier class',
  ],
  [
    { kind: 'classes', classes: [{ name: 'a', wieght: 1, outputTokens: 5 }] },
    'classes: 0: wieght: unknown key; did you mean weight?',
  ],
])('the prompts %j are refused', (value, problem) => {
  expect(fromPlan(promptsField, value)).toBe(problem);
});
