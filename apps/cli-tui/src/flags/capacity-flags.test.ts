import { expect, test } from 'vitest';
import {
  type CapacityFlags,
  capacitySearchOptions,
  capacityStageOptions,
  capacityTerms,
} from './capacity-flags.ts';

const flags: CapacityFlags = {
  slo: 'ttft p95 < 500ms',
  vary: 'users',
  resolution: '5%',
  repeats: '3',
  maxStages: '40',
  duration: '30s',
  inputTokens: '200',
  outputTokens: '128',
  language: 'en',
  timeout: '120s',
  header: [],
};
const options = (changed: Partial<CapacityFlags>) => capacitySearchOptions({ ...flags, ...changed });

test('users start at 8 between 1 and 1024, rates at 1 between 0.1 and 1000', () => {
  expect(options({})).toEqual({
    vary: 'users',
    start: 8,
    minimum: 1,
    maximum: 1024,
    resolution: 0.05,
    repeats: 3,
    maximumStages: 40,
    maximumMicros: null,
  });
  expect(options({ vary: 'rate' })).toMatchObject({ start: 1, minimum: 0.1, maximum: 1000 });
});

test('the start moves into the range that is given', () => {
  expect(options({ min: '20' })).toMatchObject({ start: 20, minimum: 20, maximum: 1024 });
  expect(options({ max: '4' })).toMatchObject({ start: 4, maximum: 4 });
  expect(options({ min: '2000' })).toMatchObject({ start: 2000, maximum: 2000 });
  expect(options({ vary: 'rate', min: '0.5', max: '2.5', start: '2' })).toMatchObject({
    start: 2,
    minimum: 0.5,
  });
});

test('what makes no search is refused with its flag', () => {
  expect(() => options({ min: '10', max: '5' })).toThrow('cannot start at');
  expect(() => options({ start: '1', min: '10' })).toThrow('cannot start at 1');
  expect(() => options({ min: '1.5' })).toThrow('--min "1.5"');
  expect(() => options({ vary: 'rate', min: '1,2' })).toThrow('--min "1,2" is not one number');
  expect(() => options({ vary: 'requests' })).toThrow('--vary "requests"');
  expect(() => options({ repeats: '2' })).toThrow('--repeats 2 is even');
  for (const wrong of ['5', '0%', '100%', 'small', '-5%'])
    expect(() => options({ resolution: wrong }), wrong).toThrow('--resolution');
});

test('few errors are part of every objective that does not say how many', () => {
  expect(capacityTerms(flags).map(({ text }) => text)).toEqual(['ttft p95 < 500ms', 'errorRate < 1%']);
  expect(capacityTerms({ slo: 'errorRate < 5%' }).map(({ text }) => text)).toEqual(['errorRate < 5%']);
  expect(() => capacityTerms({ slo: 'ttft' })).toThrow();
});

test('stages warm up until they are steady, unless a warm-up is given', () => {
  expect(capacityStageOptions(flags, 'users')).toMatchObject({
    warmup: { kind: 'steady', micros: 30_000_000 },
    stop: { kind: 'duration', micros: 30_000_000 },
    inputTokens: { kind: 'fixed', value: 200 },
  });
  expect(capacityStageOptions({ ...flags, warmup: '20' }, 'rate').warmup).toEqual({
    kind: 'requests',
    count: 20,
  });
});
