import { expect, test } from 'vitest';
import { GoodputTally } from '../../measurement/goodput-tally.ts';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import { parseServiceLevel } from '../../plan/service-level.ts';
import { parseThresholds } from '../../plan/thresholds/parse-thresholds.ts';
import { Flight } from '../../transport/flight.ts';
import { type Micros, micros } from '../../units/units.ts';
import { checkThresholds } from './check-thresholds.ts';
import { evaluateThresholds } from './evaluate-thresholds.ts';
import { hundredLatencies, measuredStage, plannedStage } from './testing/threshold-stages.ts';

const preset = 'mlperf-llama2-70b-interactive';
const closed = measuredStage({
  id: 'users-5',
  metrics: { ttft: hundredLatencies({ p99: 300_000 }), tpot: hundredLatencies({ p99: 30_000 }) },
});
/** Sent late: quick from the send, slow from the schedule. */
const late = measuredStage({
  id: 'rate-4',
  load: {
    loop: 'open',
    requestsPerSecond: 4,
    arrivals: { kind: 'poisson', requestsPerSecond: 4 },
    maxInFlight: 100,
    atCap: 'late',
  },
  metrics: {
    ttft: hundredLatencies({ p99: 300_000 }),
    ttftResponse: hundredLatencies({ p99: 900_000 }),
    tpot: hundredLatencies({ p99: 30_000 }),
  },
});

test('a preset is judged from the schedule where there is one, and says so', () => {
  const { thresholds } = parseServiceLevel(preset);
  const [first, second] = evaluateThresholds(thresholds, [late]);
  expect(first).toMatchObject({ text: 'ttftResponse p99 <= 450ms', verdict: 'fail' });
  expect(first?.checks[0]).toMatchObject({ value: 900_000, reason: '900ms is not <= 450ms' });
  expect(second).toMatchObject({ text: 'tpot p99 <= 40ms', verdict: 'pass' });
});

test('a preset is judged from the send in a closed loop', () => {
  const [first] = evaluateThresholds(parseThresholds([preset]), [closed]);
  expect(first).toMatchObject({ text: 'ttft p99 <= 450ms', verdict: 'pass' });
  const [mixed] = evaluateThresholds(parseThresholds([preset]), [closed, late]);
  expect(mixed).toMatchObject({ text: 'ttft p99 <= 450ms', verdict: 'fail' });
  expect(mixed?.checks.map(({ value }) => value)).toEqual([300_000, 900_000]);
});

test('a threshold that a person wrote is about what they wrote', () => {
  const [written] = evaluateThresholds(parseThresholds(['ttft p99 <= 450ms']), [late]);
  expect(written).toMatchObject({ text: 'ttft p99 <= 450ms', verdict: 'pass' });
});

test('a preset fits every kind of load, as condition and as goodput', () => {
  const open: PlannedStage = plannedStage({
    id: 'rate-4',
    suite: 'rate',
    load: { loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: 4 } },
  });
  const thresholds = parseThresholds([preset, `goodput(${preset}) > 99%`]);
  expect(checkThresholds(thresholds, [plannedStage(), open])).toEqual([]);
});

function answered(scheduled: Micros | null): Flight {
  const attempt = { index: 0, user: 0, scheduled, warmup: false, firstWave: false };
  const marks = {
    dispatched: 600_000,
    sent: 600_000,
    firstToken: 700_000,
    lastToken: 700_000,
    closed: 700_001,
  };
  return Object.assign(new Flight(attempt), marks, { status: 'completed', outputTokens: 1 });
}

test('a request that was sent late is not good, one without a schedule is', () => {
  const tally = new GoodputTally(parseServiceLevel(preset).objectives);
  tally.take(answered(null));
  tally.take(answered(micros(500_000)));
  expect(tally.list(0)[0]?.good).toBe(2);
  tally.take(answered(micros(0)));
  expect(tally.list(0)[0]).toMatchObject({ good: 2, planned: 3 });
});
