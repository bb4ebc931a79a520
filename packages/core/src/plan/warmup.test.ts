import { expect, test } from 'vitest';
import { parseWarmup, warmupField } from './warmup.ts';

test.each([
  ['20', { kind: 'requests', count: 20 }],
  ['0', { kind: 'requests', count: 0 }],
  ['5s', { kind: 'duration', micros: 5_000_000 }],
  ['steady', { kind: 'steady', micros: 60_000_000 }],
  ['steady:30s', { kind: 'steady', micros: 30_000_000 }],
])('the warm-up %j is the same as a flag and in a plan', (text, warmup) => {
  expect(parseWarmup(text)).toEqual({ ok: true, value: warmup });
  expect(warmupField.parse(text)).toEqual(warmup);
});

const forms = 'a number of requests, a time such as "5s", "steady" or "steady:30s"';

test.each([
  ['', `"" is not ${forms}`],
  ['-1', `"-1" is not ${forms}`],
  ['steadily', `"steadily" is not ${forms}`],
  ['steady:', '"" is not a duration such as 500ms, 60s, 2m or 1h'],
  ['steady:30', '"30" has no unit; write 30s for seconds or 30ms for milliseconds'],
  ['steady:0s', '"steady:0s" leaves no time to become steady'],
])('the warm-up %j is refused', (text, problem) => {
  expect(parseWarmup(text)).toEqual({ ok: false, problem });
});

test.each([
  [1.5, `must be ${forms}, not 1.5`],
  [true, `must be ${forms}, not true`],
])('the warm-up %j of a plan is refused', (value, message) => {
  expect(warmupField.safeParse(value).error?.issues).toMatchObject([{ message }]);
});
