import { expect, test } from 'vitest';
import { parseSlo } from '../../plan/thresholds/parse-slo.ts';
import { skippedReason } from '../../result/skipped-stage.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { exampleStage } from '../testing/example-stage.ts';
import { levelOutcome } from './level-outcome.ts';

const terms = parseSlo('ttft mean < 500ms, e2e mean < 2s');
const stageOf = (changed: Partial<Parameters<typeof exampleStage>[0]> = {}): Stage =>
  exampleStage({ target: 'server', repeat: 2, ttft: 300_000, e2e: 1_500_000, ...changed });
const kept = (stage: Stage): boolean | null | undefined => levelOutcome(stage, terms, 'users')?.kept;

test('a stage of five users that keeps every condition keeps the level', () => {
  expect(levelOutcome(stageOf(), terms, 'users')).toMatchObject({
    level: 5,
    repeat: 2,
    kept: true,
    terms: [
      { text: 'ttft mean < 500ms', value: 300_000, kept: true, reason: null },
      { text: 'e2e mean < 2s', value: 1_500_000, kept: true },
    ],
    notCarried: null,
    tookMicros: 61_000_000,
  });
});

test('one broken condition breaks it, also where another has no data; one without data alone leaves it open', () => {
  expect(kept(stageOf({ ttft: 600_000 }))).toBe(false);
  expect(kept(stageOf({ ttft: 600_000, e2e: null }))).toBe(false);
  expect(kept(stageOf({ e2e: null }))).toBeNull();
});

test('a load that was not carried breaks the level, however fast the answers', () => {
  const statusReason = 'over-saturated: the queue only grew, so the level was stopped early';
  const stopped = stageOf({ status: 'partial', statusReason });
  expect(levelOutcome(stopped, terms, 'users')).toMatchObject({ kept: false, notCarried: statusReason });
  for (const code of ['over-saturated', 'dropped']) {
    const stage = stageOf();
    const reasons = [{ code, message: '', value: null, limit: null }];
    expect(kept({ ...stage, trust: { verdict: 'suspect', reasons } }), code).toBe(false);
  }
});

test('a rate is the level of an open loop only', () => {
  const load: Stage['load'] = {
    loop: 'open',
    requestsPerSecond: 3.5,
    arrivals: { kind: 'poisson', requestsPerSecond: 3.5 },
    maxInFlight: 100,
    atCap: 'drop',
  };
  expect(levelOutcome(stageOf({ load }), terms, 'rate')?.level).toBe(3.5);
  expect(levelOutcome(stageOf({ load }), terms, 'users')).toBeNull();
  expect(levelOutcome(stageOf(), terms, 'rate')).toBeNull();
});

test('a level that a person skipped is not broken: it is not judged, however bad or good the few answers were', () => {
  for (const ttft of [900_000, 100_000]) {
    const outcome = levelOutcome(
      stageOf({ ttft, status: 'partial', statusReason: skippedReason }),
      terms,
      'users',
    );
    expect(outcome).toMatchObject({ kept: null, notCarried: null });
    expect(outcome?.terms.map(({ value, kept: held, reason }) => [value, held, reason])).toEqual([
      [null, null, skippedReason],
      [null, null, skippedReason],
    ]);
  }
  const reasons = [{ code: 'over-saturated', message: '', value: null, limit: null }];
  const grown = {
    ...stageOf({ status: 'partial', statusReason: skippedReason }),
    trust: { verdict: 'suspect' as const, reasons },
  };
  expect(kept(grown)).toBeNull();
});
