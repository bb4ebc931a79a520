import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../language.ts';
import { stageSuites } from '../planned-stage.ts';
import { limitedLatencies } from '../request-limits.ts';
import { objectiveText } from './objective-text.ts';
import { parseObjective } from './parse-objective.ts';
import { parseThreshold } from './parse-threshold.ts';
import { printThreshold } from './print-threshold.ts';
import { sloPresets } from './slo-presets.ts';
import type { Limit, Measure, StageSelector, Threshold } from './threshold.ts';
import {
  countMetrics,
  percentiles,
  rateMetrics,
  rateUnits,
  summaryStatistics,
  thresholdLatencies,
} from './threshold-metrics.ts';

const micros = fc.integer({ min: 1, max: 1e10 });
/** A percentage as somebody types it, as the share that it means. */
const share = fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000 / 100);
const rate = fc.integer({ min: 1, max: 1e9 }).map((thousandths) => thousandths / 1000);

const objective = fc
  .uniqueArray(fc.record({ latency: fc.constantFrom(...limitedLatencies), belowMicros: micros }), {
    minLength: 1,
    selector: (limit) => limit.latency,
  })
  .map((limits) => parseObjective(objectiveText(limits)));

type Part = Pick<Threshold, 'measure' | 'limit' | 'comparison'>;

function part(
  measure: fc.Arbitrary<Measure>,
  limit: fc.Arbitrary<Limit>,
  comparisons: readonly Threshold['comparison'][] = ['<', '<=', '>', '>='],
): fc.Arbitrary<Part> {
  return fc.record({ measure, limit, comparison: fc.constantFrom(...comparisons) });
}

const inUnit = <Unit extends 'us' | 'share' | 'tok/s' | 'req/s' | 'requests'>(
  unit: Unit,
  value: fc.Arbitrary<number>,
): fc.Arbitrary<Limit> => value.map((number) => ({ unit, value: number }));

const latency = fc.constantFrom(...thresholdLatencies);
const anyPart = fc.oneof(
  part(
    fc.record({
      kind: fc.constant('latency'),
      latency,
      statistic: fc.constantFrom(...percentiles, ...summaryStatistics),
    }),
    inUnit('us', micros),
  ),
  part(
    fc.record({ kind: fc.constant('certified'), latency, percentile: fc.constantFrom(...percentiles) }),
    inUnit('us', micros),
    ['<', '<='],
  ),
  fc
    .constantFrom(...rateMetrics)
    .chain((name) => part(fc.constant({ kind: 'rate', rate: name }), inUnit(rateUnits[name], rate))),
  part(
    fc.record({ kind: fc.constant('concurrency'), statistic: fc.constantFrom(...summaryStatistics) }),
    inUnit('requests', rate),
  ),
  part(fc.constant({ kind: 'error-rate' }), inUnit('share', share)),
  part(
    fc.record({ kind: fc.constant('count'), count: fc.constantFrom(...countMetrics) }),
    inUnit('requests', fc.integer({ min: 1, max: 1e6 })),
    ['<', '<=', '>', '>=', '=='],
  ),
  part(
    fc.record({ kind: fc.constant('goodput'), objective }),
    fc.oneof(inUnit('share', share), inUnit('req/s', rate)),
  ),
  part(fc.constant({ kind: 'trust' }), fc.constant({ unit: 'verdict', value: 'valid' }), ['==', '>=']),
);

const selectors = fc
  .tuple(
    fc.option(fc.stringMatching(/^[\w.-]{1,12}$/).map((value) => ({ kind: 'target', value }) as const)),
    fc.option(fc.constantFrom(...stageSuites).map((value) => ({ kind: 'suite', value }) as const)),
    fc.option(fc.constantFrom(...languages).map((value) => ({ kind: 'language', value }) as const)),
    fc.option(fc.integer({ min: 1, max: 5000 }).map((value) => ({ kind: 'users', value }) as const)),
    fc.option(rate.map((value) => ({ kind: 'rate', value }) as const)),
    fc.option(fc.integer({ min: 1, max: 1e6 }).map((value) => ({ kind: 'inputTokens', value }) as const)),
  )
  .map((all): readonly StageSelector[] => all.filter((selector) => selector !== null));

const anyThreshold = fc.record({ part: anyPart, selectors, whole: fc.boolean() }).map((made): Threshold => {
  const spanless = ['goodput', 'count', 'trust'].includes(made.part.measure.kind);
  const span = made.whole && !spanless ? 'whole' : 'window';
  const threshold = { selectors: made.selectors, span, ...made.part } as const;
  return { text: printThreshold({ text: '', ...threshold }), ...threshold };
});

test('a printed threshold parses to itself', () => {
  fc.assert(
    fc.property(anyThreshold, (threshold) => {
      expect(parseThreshold(printThreshold(threshold))).toEqual(threshold);
    }),
    { numRuns: 500 },
  );
});

test('dots and spaces are the same between words, and selectors may come in any order', () => {
  const printed = 'target(a).users(5).whole.ttft certified p99.9 < 500ms';
  for (const text of [
    printed,
    'users(5).target(a).whole.ttft.certified.p99.9 < 0.5s',
    '  whole users( 5 ) target(a) ttft certified p999<500000us ',
  ])
    expect(printThreshold(parseThreshold(text))).toBe(printed);
});

test.each([
  ['errorRate < 7%', 'errorRate < 7%'],
  ['errorRate < 0.10%', 'errorRate < 0.1%'],
  ['ttft p95 < 1.5ms', 'ttft p95 < 1500us'],
  ['ttft p95 < 1.5s', 'ttft p95 < 1500ms'],
  ['ttft p95 < 2000ms', 'ttft p95 < 2s'],
  ['outputThroughput > 2500.0', 'outputThroughput > 2500 tok/s'],
])('%s is printed as %s', (text, printed) => {
  expect(printThreshold(parseThreshold(text))).toBe(printed);
});

test('an objective is printed in one order of latencies and one unit a limit', () => {
  expect(objectiveText(parseObjective('tokenGap<0.05s, ttft<2000ms').limits)).toBe('ttft<2s, tokenGap<50ms');
  fc.assert(
    fc.property(objective, ({ limits }) => {
      expect(objectiveText(parseObjective(objectiveText(limits)).limits)).toBe(objectiveText(limits));
    }),
  );
});

test('every preset is what its printed form parses to', () => {
  for (const { terms, objective: preset } of sloPresets) {
    for (const term of terms) expect({ ...term, selectors: [] }).toMatchObject(parseThreshold(term.text));
    expect(parseObjective(objectiveText(preset.limits)).limits).toEqual(preset.limits);
  }
});
