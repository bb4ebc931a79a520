import { expect, test } from 'vitest';
import type { ArrivalPlan } from '../arrival-plan.ts';
import type { Parsed } from '../parsed.ts';
import { parseRamp } from './ramp.ts';
import { rateArrivalsField } from './rate-arrivals-field.ts';
import { shapedArrivalsField } from './shaped-arrivals-field.ts';
import { parseSteps } from './steps.ts';

const readingOf = <Value>(read: Parsed<Value>): Value | string => (read.ok ? read.value : read.problem);

function fromPlan(field: typeof rateArrivalsField | typeof shapedArrivalsField, value: unknown): unknown {
  const read = field.safeParse(value);
  return read.success
    ? read.data
    : read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('\n');
}

const shaped = (value: unknown): unknown => fromPlan(shapedArrivalsField, value);
const atRate = (value: unknown): unknown => fromPlan(rateArrivalsField, value);

const ramp = (from: number, to: number, seconds: number, curve: 'linear' | 'exponential'): ArrivalPlan => ({
  kind: 'ramp',
  from,
  to,
  curve,
  micros: (seconds * 1e6) as never,
});

test.each([
  ['1:20:30s', { from: 1, to: 20, over: '30s' }, ramp(1, 20, 30, 'linear')],
  ['0:20:30s', { from: 0, to: 20, over: '30s', curve: 'linear' }, ramp(0, 20, 30, 'linear')],
  [
    '20 : 0.5 : 1m : exponential',
    { from: 20, to: 0.5, over: '1m', curve: 'exponential' },
    ramp(20, 0.5, 60, 'exponential'),
  ],
])('the ramp %s is the same as text and as keys', (text, keys, plan) => {
  expect(readingOf(parseRamp(text))).toEqual(plan);
  expect(shaped({ kind: 'ramp', ...keys })).toEqual(plan);
});

test.each([
  ['1:20', '"1:20" is not FROM:TO:TIME such as 1:20:30s, with :exponential for a curve'],
  [
    '1:20:30s:linear:5',
    '"1:20:30s:linear:5" is not FROM:TO:TIME such as 1:20:30s, with :exponential for a curve',
  ],
  ['a:20:30s', '"a" is not a rate in requests per second'],
  ['-1:20:30s', '"-1" is not a rate in requests per second'],
  ['1:2000001:30s', '"2000001" is more than 1000000 requests per second'],
  ['1:20:30', '"30" has no unit; write 30s for seconds or 30ms for milliseconds'],
  ['1:20:0s', 'a ramp must last longer than zero'],
  ['1:20:30s:cubic', '"cubic" is not a curve; there are linear and exponential'],
  ['0:0:30s', 'a ramp from 0 to 0 has no requests'],
  ['0:20:30s:exponential', 'an exponential ramp cannot start or end at 0; write a small rate such as 0.1'],
  ['20:0:30s:exponential', 'an exponential ramp cannot start or end at 0; write a small rate such as 0.1'],
])('the ramp %s is refused', (text, problem) => {
  expect(readingOf(parseRamp(text))).toBe(problem);
});

test('steps are the same as text, as text in a plan and as a list', () => {
  const steps = [
    { requestsPerSecond: 2, micros: 10_000_000 },
    { requestsPerSecond: 0, micros: 500_000 },
  ];
  expect(readingOf(parseSteps('2:10s, 0:500ms'))).toEqual({ kind: 'steps', steps });
  expect(shaped({ kind: 'steps', steps: '2:10s,0:500ms' })).toEqual({ kind: 'steps', steps });
  const list = [
    { requestsPerSecond: 2, duration: '10s' },
    { requestsPerSecond: 0, duration: '500ms' },
  ];
  expect(shaped({ kind: 'steps', steps: list })).toEqual({ kind: 'steps', steps });
});

test.each([
  ['', '"" is not a step RATE:TIME such as 2:10s'],
  ['2:10s,', '"" is not a step RATE:TIME such as 2:10s'],
  ['2', '"2" is not a step RATE:TIME such as 2:10s'],
  ['fast:10s', '"fast" is not a rate in requests per second'],
  ['2:10', '"10" has no unit; write 10s for seconds or 10ms for milliseconds'],
  ['2:10s,3:0s', 'the step "3:0s" must last longer than zero'],
  ['0:10s', 'steps need one with a rate above 0'],
])('the steps %j are refused', (text, problem) => {
  expect(readingOf(parseSteps(text))).toBe(problem);
  expect(shaped({ kind: 'steps', steps: text })).toBe(`steps: ${problem}`);
});

test('a trace and requests at once are filled with their defaults', () => {
  expect(shaped({ kind: 'trace', source: './t.csv' })).toEqual({
    kind: 'trace',
    source: './t.csv',
    format: 'auto',
    timeScale: 1,
    skipBadLines: false,
  });
  expect(shaped({ kind: 'at-once', count: 5 })).toEqual({ kind: 'at-once', count: 5 });
});

test.each([
  ['ramp', 'must be a block with a kind: ramp, steps, trace or at-once, not "ramp"'],
  [undefined, 'is missing (a block with a kind: ramp, steps, trace or at-once)'],
  [{ kind: 'rmp' }, 'kind: must be one of ramp, steps, trace, at-once, not "rmp"; did you mean ramp?'],
  [{ kind: 'ramp', from: 1, to: 2 }, 'over: must be a duration with its unit, such as "60s"'],
  [{ kind: 'ramp', from: 1, to: 2, over: '0s' }, 'over: must last longer than zero'],
  [{ kind: 'ramp', from: 0, to: 0, over: '9s' }, 'a ramp from 0 to 0 has no requests'],
  [{ kind: 'ramp', from: -1, to: 2, over: '9s' }, 'from: must be at least 0, not -1'],
  [{ kind: 'steps', steps: [] }, 'steps: must not be empty'],
  [{ kind: 'steps', steps: 2 }, 'steps: must be a list of steps, or a text such as "2:10s,8:10s", not 2'],
  [
    { kind: 'steps', steps: [{ requestsPerSecond: 2, durration: '5s', duration: '5s' }] },
    'steps: 0: durration: unknown key; did you mean duration?',
  ],
  [
    { kind: 'trace', source: 'x', format: 'azzure' },
    'format: must be one of auto, mooncake, azure, burstgpt, timestamps, not "azzure"; did you mean azure?',
  ],
  [{ kind: 'trace', source: '' }, 'source: must not be empty'],
  [{ kind: 'trace', source: 'x', timeScale: 0 }, 'timeScale: must be more than 0, not 0'],
  [{ kind: 'at-once', count: 0 }, 'count: must be at least 1, not 0'],
])('the arrivals %j are refused', (value, problem) => {
  expect(shaped(value)).toBe(problem);
});

test.each([
  ['constant', { kind: 'constant' }],
  ['poisson', { kind: 'poisson' }],
  [
    { kind: 'gamma', burstiness: 0.5 },
    { kind: 'gamma', burstiness: 0.5 },
  ],
  ['gamma', 'needs a burstiness; write { kind: gamma, burstiness: 0.5 }'],
  ['ramp', '"ramp" has more than one rate; write a suite of the kind "arrivals"'],
  [
    'poison',
    'must be constant, poisson, or { kind: gamma, burstiness: 0.5 }, not "poison"; did you mean poisson?',
  ],
  [{ kind: 'gamma' }, 'burstiness: is missing (a number)'],
  [{ kind: 'gamma', burstiness: 0 }, 'burstiness: must be at least 0.01, not 0'],
  [{ kind: 'gamma', burstiness: 0.009 }, 'burstiness: must be at least 0.01, not 0.009'],
  [
    { kind: 'gamma', burstiness: 0.01 },
    { kind: 'gamma', burstiness: 0.01 },
  ],
])('arrivals at a rate may be %j: %j', (value, expected) => {
  expect(atRate(value)).toEqual(expected);
});
