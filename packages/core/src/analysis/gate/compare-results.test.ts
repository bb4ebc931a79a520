import { expect, test } from 'vitest';
import type { Result } from '../../result/result-file.ts';
import { measuredResult } from '../../result/testing/measured-result.ts';
import { type ExampleStage, exampleStage } from '../testing/example-stage.ts';
import { compareResults, gateDefaults } from './compare-results.ts';

type Changes = Partial<ExampleStage>;

/** A result of one target with one level, a stage a repeat. */
function resultOf(values: readonly number[], changes: Changes = {}, id = 'run-1'): Result {
  const target = changes.target ?? 'one';
  const stages = values.map((outputThroughput, index) =>
    exampleStage({
      id: `1-concurrency/5-users/${target}/repeat-${index + 1}`,
      target,
      repeat: index + 1,
      outputThroughput,
      ...changes,
    }),
  );
  const result = measuredResult(stages);
  return { ...result, id, targets: result.targets.map((entry) => ({ ...entry, name: target })) };
}

const quiet = [100, 101, 99, 100];
const slower = [85, 86, 84, 85];
const cellOf = (baseline: Result, candidate: Result) => compareResults(baseline, candidate).cells[0];

test('an equal result passes, a slower one fails, a noisy one is undecided with the repeats that it lacks', () => {
  expect(compareResults(resultOf(quiet), resultOf([101, 100, 99, 100]))).toMatchObject({ verdict: 'pass' });
  const failed = compareResults(resultOf(quiet), resultOf(slower));
  expect(failed).toMatchObject({ verdict: 'fail' });
  expect(failed.cells[0]).toMatchObject({
    metric: 'outputThroughput',
    ratio: 0.85,
    allowed: 0.05,
    verdict: 'fail',
    reasons: [],
    repeatsToDecide: null,
  });
  const noisy = cellOf(resultOf(quiet), resultOf([90, 108, 97, 103]));
  expect(noisy).toMatchObject({ verdict: 'inconclusive', reasons: ['interval-over-limit'] });
  expect(noisy?.repeatsToDecide).toBeGreaterThan(4);
});

test('a better result passes, however much better', () => {
  expect(compareResults(resultOf(slower), resultOf(quiet)).verdict).toBe('pass');
});

test('of latencies a higher value is the worse one', () => {
  const of = (values: readonly number[]): Result => {
    const stages = values.map((ttft, index) =>
      exampleStage({
        id: `1-single-user/one/one/repeat-${index + 1}`,
        suite: 'single-user',
        load: { loop: 'closed', users: 1, thinkTime: null },
        target: 'one',
        repeat: index + 1,
        requestSpeed: 80 + 0.01 * index,
        e2e: 6_000_000 + index,
        ttft,
      }),
    );
    return measuredResult(stages);
  };
  const difference = compareResults(of([50_000, 50_100, 49_900]), of([70_000, 70_100, 69_900]));
  expect(difference.cells.map(({ metric, verdict }) => [metric, verdict])).toEqual([
    ['requestSpeed', 'pass'],
    ['ttft', 'fail'],
    ['e2e', 'pass'],
  ]);
});

test('the allowed change may be larger for one figure', () => {
  const options = { ...gateDefaults, allowedByMetric: { outputThroughput: 0.2 } };
  expect(compareResults(resultOf(quiet), resultOf(slower), options).verdict).toBe('pass');
});

test.each<{ what: string; changes: Changes; reason: string }>([
  { what: 'an invalid stage', changes: { verdict: 'invalid' }, reason: 'stage-invalid' },
  { what: 'a failed stage', changes: { status: 'failed' }, reason: 'stage-failed' },
  { what: 'a stage that was stopped', changes: { status: 'partial' }, reason: 'stage-partial' },
  {
    what: 'a failed request',
    changes: {
      counts: { planned: 100, dispatched: 100, dropped: 0, late: 0, completed: 99, failed: 1, cut: 0 },
    },
    reason: 'failed-requests',
  },
  {
    what: 'answers that are shorter',
    changes: {
      lengths: {
        input: { unit: 'tokens', count: 0, mean: null, min: null, p50: null, p95: null, max: null },
        output: { unit: 'tokens', count: 100, mean: 90, min: 90, p50: 90, p95: 90, max: 90 },
      },
    },
    reason: 'different-lengths',
  },
])('$what forbids a verdict, however clear the figures are', ({ changes, reason }) => {
  const lengths = {
    input: { unit: 'tokens' as const, count: 0, mean: null, min: null, p50: null, p95: null, max: null },
    output: { unit: 'tokens' as const, count: 100, mean: 128, min: 128, p50: 128, p95: 128, max: 128 },
  };
  for (const values of [quiet, slower]) {
    const cell = cellOf(resultOf(quiet, { lengths }), resultOf(values, { lengths, ...changes }));
    expect(cell).toMatchObject({ verdict: 'inconclusive', reasons: [reason], repeatsToDecide: null });
  }
});

test('fewer than three repeats are undecided, with the repeats that would decide', () => {
  const cell = cellOf(resultOf([100, 101]), resultOf([50, 50.5]));
  expect(cell).toMatchObject({ verdict: 'inconclusive', reasons: ['few-repeats'], repeatsToDecide: 3 });
});

test('another model or other prompts are not the same work', () => {
  const other = resultOf(quiet);
  const renamed = { ...other, targets: other.targets.map((target) => ({ ...target, model: 'another' })) };
  expect(cellOf(resultOf(quiet), renamed)?.reasons).toEqual(['different-model']);
  const [first] = other.stages;
  const prompts = first?.prompts == null ? null : { ...first.prompts, salted: false };
  expect(cellOf(resultOf(quiet), resultOf(quiet, { prompts }))?.reasons).toEqual(['different-prompts']);
});

test('targets of another name are matched where each result has one only', () => {
  const difference = compareResults(resultOf(quiet), resultOf(quiet, { target: 'two' }));
  expect(difference.cells[0]?.target).toEqual({ baseline: 'one', candidate: 'two' });
  expect(difference.loneTargets).toEqual({ baseline: [], candidate: [] });
});

test('a level that the candidate lacks is undecided, one that only it has is told', () => {
  const more = resultOf(quiet, { load: { loop: 'closed', users: 9, thinkTime: null } });
  const both = { ...resultOf(quiet), stages: [...resultOf(quiet).stages, ...more.stages] };
  const lost = compareResults(both, resultOf(quiet));
  expect(lost.verdict).toBe('inconclusive');
  expect(lost.cells.map(({ reasons }) => reasons)).toEqual([[], ['level-missing']]);
  const gained = compareResults(resultOf(quiet), both);
  expect(gained.verdict).toBe('pass');
  expect(gained.loneLevels).toMatchObject([{ only: 'candidate', target: 'one', load: { users: 9 } }]);
});

test('a suite that moved in the plan is still the same level', () => {
  const moved = resultOf(quiet);
  const stages = moved.stages.map((stage) => ({ ...stage, id: stage.id.replace('1-', '2-') }));
  expect(compareResults(resultOf(quiet), { ...moved, stages }).verdict).toBe('pass');
});

test('nothing in common has no figure, and is no pass', () => {
  const other = resultOf(quiet, { target: 'two' });
  const two = { ...other, targets: [...other.targets, ...resultOf(quiet, { target: 'three' }).targets] };
  expect(compareResults(resultOf(quiet), two)).toMatchObject({ verdict: 'inconclusive', cells: [] });
});

test('another host and another version of the engine are told, and forbid nothing', () => {
  const next = resultOf(quiet);
  const candidate = {
    ...next,
    environment: { ...next.environment, host: 'other-host' },
    targets: next.targets.map((target) => ({ ...target, version: '2' })),
  };
  const before = resultOf(quiet);
  const baseline = {
    ...before,
    environment: { ...before.environment, host: 'this-host' },
    targets: before.targets.map((target) => ({ ...target, version: '1' })),
  };
  const difference = compareResults(baseline, candidate);
  expect(difference.verdict).toBe('pass');
  expect(difference.runDifferences).toEqual([
    { what: 'host', target: null, baseline: 'this-host', candidate: 'other-host' },
    { what: 'engine-version', target: 'one', baseline: '1', candidate: '2' },
  ]);
});

test('the same results give the same comparison', () => {
  const [one, other] = [resultOf([100, 104, 96]), resultOf([101, 95, 99])];
  expect(compareResults(one, other)).toEqual(compareResults(one, other));
});
