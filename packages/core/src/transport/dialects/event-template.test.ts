import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trickyText } from '../testing/stream-events.ts';
import { EventTemplate, type TemplateKeys } from './event-template.ts';
import { numberEnd, numberListEnd, stringEnd } from './json-bytes.ts';

const keys: TemplateKeys = { text: 'text', count: 'count', ignored: ['id', 'at', 'ids'] };

/** Whether an event matches what another one taught, with stale bytes on both sides. */
function match(learned: string, event: string): { readonly count: number; readonly text: string } | null {
  const template = new EventTemplate();
  const bytes = (text: string): Buffer => Buffer.from(`"}${text}"}1`);
  const teacher = bytes(learned);
  if (!template.learn(teacher, 2, teacher.length - 3, keys)) return null;
  const buffer = bytes(event);
  if (!template.matches(buffer, 2, buffer.length - 3)) return null;
  return { count: template.count, text: template.escapedText(buffer) };
}
const event = (text: string, count: number): string =>
  JSON.stringify({ id: 'a', at: -1.5, kind: 'x', text, ids: [count], count, done: false });

test('an event that differs in its slots alone matches, and says its text and count', () => {
  const taught = event('first', 1);
  expect(match(taught, event('second "one"', 12))).toEqual({ count: 12, text: 'second \\"one\\"' });
  const other = taught
    .replace('"a"', '"bcd"')
    .replace('-1.5', '2e-7')
    .replace('[1]', '[]')
    .replace('first', '봄\\u0000');
  expect(match(taught, other)).toEqual({ count: 1, text: '봄\\u0000' });
});

test.each([
  ['another word', event('b', 2).replace('"x"', '"y"')],
  ['another flag', event('b', 2).replace('false', 'true')],
  ['another key', event('b', 2).replace('"kind"', '"kine"')],
  ['one more field', event('b', 2).replace('{', '{"more":1,')],
  ['bytes behind', `${event('b', 2)} `],
  ['no text', event('', 2)],
  ['a count below zero', event('b', -2)],
  ['a count that is no whole number', event('b', 2.5)],
  ['a count too long to be exact', event('b', 2).replace('"count":2', '"count":2222222222222222')],
  ['a null count', event('b', 2).replace('"count":2', '"count":null')],
  ['a list of other things', event('b', 2).replace('[2]', '["2"]')],
  ['a number that is not JSON', event('b', 2).replace('-1.5', '-01.5')],
  ['a text with a raw control character', event('b', 2).replace('"b"', '"\u0001"')],
  ['a text with an escape that is none', event('b', 2).replace('"b"', '"\\x"')],
  ['a text that is cut', event('b', 2).replace('"b","ids":[2],"count":2,"done":false}', '"b')],
])('%s is left to the parser', (_, other) => {
  expect(match(event('a', 1), other)).toBeNull();
});

test.each([
  ['its text is empty', event('', 1)],
  ['its text is no string', '{"text":1,"count":1}'],
  ['it has no count', '{"text":"a"}'],
  ['a slot comes twice', '{"id":"a","text":"b","count":1,"inner":{"id":"c"}}'],
])('nothing is learned when %s', (_, teacher) => {
  expect(match(teacher, teacher)).toBeNull();
});

test('a key inside a text is no slot', () => {
  const text = '{"count":9,"text":"b"}';
  expect(match(event(text, 3), event(text, 4))).toEqual({
    count: 4,
    text: JSON.stringify(text).slice(1, -1),
  });
});

test('strings, numbers and lists end where a JSON parser ends them, and invalid ones nowhere', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        trickyText.map((text) => JSON.stringify(text)),
        fc.string({ unit: 'binary' }).map((text) => `"${text}"`),
      ),
      (json) => {
        const bytes = Buffer.from(json);
        const valid = isJson(bytes.toString('utf8'));
        expect(stringEnd(bytes, 1, bytes.length) === bytes.length - 1, json).toBe(valid);
      },
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
        fc.string({ unit: fc.constantFrom(...'0123456789.eE+-'), minLength: 1, maxLength: 8 }),
      ),
      (json) => {
        const bytes = Buffer.from(`${json},`);
        expect(numberEnd(bytes, 0, bytes.length) === json.length, json).toBe(isJson(json));
        expect(numberListEnd(Buffer.from(`${json},1]`), 0, json.length + 3) === json.length + 3).toBe(
          isJson(json),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
