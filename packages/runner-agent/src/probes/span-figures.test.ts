import { expect, test } from 'vitest';
import { gapsOf } from './sample-gaps.ts';
import { spreadOf } from './sample-spread.ts';
import { energyOfSpan, energyPerToken } from './span-energy.ts';
import { throttledShare } from './throttled-share.ts';

const period = 200_000;
const span = { start: 1_000_000, end: 2_000_000 };
const pointsOf = (values: Record<number, number | null>) =>
  Object.entries(values).map(([millis, value]) => ({ at: Number(millis) * 1000, value }));

test('median, least and greatest are of the samples inside the span alone', () => {
  const points = pointsOf({ 900: 1, 1000: 40, 1200: 10, 1400: null, 1600: 30, 2000: 20, 2200: 99 });
  expect(spreadOf(points, span, 'W')).toEqual({
    kind: 'measured',
    unit: 'W',
    median: 25,
    min: 10,
    max: 40,
    samples: 4,
    reason: null,
  });
});

test('a span without samples is unknown with a reason, not zero', () => {
  expect(spreadOf(pointsOf({ 500: 3 }), span, 'W')).toMatchObject({
    kind: 'unknown',
    median: null,
    samples: 0,
    reason: 'no sample lies in this span',
  });
  expect(spreadOf(pointsOf({ 1500: null }), span, 'W').reason).toBe('it is not told here');
});

test('a missing sample is a gap, jitter is none, and a span that begins before its samples has one at its edge', () => {
  const regular = [1000, 1210, 1390, 1600, 1800, 2000].map((millis) => millis * 1000);
  expect(gapsOf(regular, span, period)).toEqual([]);
  const broken = [1000, 1200, 1900].map((millis) => millis * 1000);
  expect(gapsOf(broken, span, period)).toEqual([{ start: 1_200_000, end: 1_900_000 }]);
  expect(gapsOf([1_900_000], span, period)).toEqual([{ start: 1_000_000, end: 1_900_000 }]);
  expect(gapsOf([], span, period)).toEqual([{ start: 1_000_000, end: 2_000_000 }]);
});

test('energy by the counter: 380 J over 0.95 s of a span of one second are 400 J', () => {
  const energy = pointsOf({ 800: 5, 1010: 100, 1500: 290, 1960: 480, 2100: 9999 });
  const figure = energyOfSpan({ energy, power: [] }, span, period);
  expect(figure).toMatchObject({ kind: 'derived', unit: 'J', value: 400 });
});

test('energy by trapezoids: 400 W that rise to 600 W and stay are 580 J in a second', () => {
  // 0.2 s of 500 W in the mean, then 0.8 s of 600 W.
  const power = pointsOf({ 1000: 400, 1200: 600, 1400: 600, 1600: 600, 1800: 600, 2000: 600 });
  expect(energyOfSpan({ energy: [], power }, span, period).value).toBeCloseTo(580, 9);
});

test('no trapezoid lies across a gap: what was not sampled makes the energy unknown when it is more than a tenth', () => {
  const power = pointsOf({ 1000: 400, 1200: 400, 1800: 400, 2000: 400 });
  expect(energyOfSpan({ energy: [], power }, span, period)).toEqual({
    kind: 'unknown',
    unit: 'J',
    value: null,
    reason: 'samples cover 40 % of the span, less than 90 %',
  });
});

test('a counter that began anew is not trusted: the power samples are', () => {
  const energy = pointsOf({ 1000: 900, 2000: 10 });
  const power = pointsOf({ 1000: 100, 1200: 100, 1400: 100, 1600: 100, 1800: 100, 2000: 100 });
  expect(energyOfSpan({ energy, power }, span, period).value).toBeCloseTo(100, 9);
});

test('energy per token adds the GPUs: 400 J and 200 J for 300 tokens are 2 J each', () => {
  const joules = (value: number) => ({ kind: 'derived', unit: 'J', value, reason: null }) as const;
  expect(energyPerToken([joules(400), joules(200)], 300)).toMatchObject({ kind: 'derived', value: 2 });
  expect(energyPerToken([joules(400)], 0).reason).toBe('there was no output token');
  expect(energyPerToken([joules(400)], null).reason).toBe('the number of output tokens is unknown');
  expect(energyPerToken([], 300).reason).toBe('no GPU was sampled');
  const lost = { kind: 'unknown', unit: 'J', value: null, reason: 'lost' } as const;
  expect(energyPerToken([joules(400), lost], 300)).toMatchObject({ value: null, reason: 'lost' });
});

test('three of four samples held down, one of them by heat: three quarters, a quarter by heat', () => {
  const throttled = throttledShare([
    ['power-cap'],
    [],
    null,
    ['power-cap', 'hardware-thermal'],
    ['power-cap'],
  ]);
  expect(throttled).toEqual({
    share: 0.75,
    samples: 4,
    byReason: { 'power-cap': 0.75, 'hardware-thermal': 0.25 },
    reason: null,
  });
  expect(throttledShare([null, null])).toMatchObject({ share: null, reason: 'the GPU does not tell' });
});
