import { expect, test } from 'vitest';
import type { Result } from '../../result/result-file.ts';
import { measuredResult } from '../../result/testing/measured-result.ts';
import { comparisonsOf } from '../comparisons/comparisons-of.ts';
import { type ExampleStage, exampleStage } from '../testing/example-stage.ts';
import { compareMeasured, resultOfTarget } from './compare-measured.ts';
import { compareResults } from './compare-results.ts';
import { sideDifferences } from './side-differences.ts';

type Side = {
  readonly target: string;
  readonly values: readonly number[];
  readonly changes?: Partial<ExampleStage>;
};

function resultOf(id: string, ...sides: readonly Side[]): Result {
  const stages = sides.flatMap(({ target, values, changes }) =>
    values.map((outputThroughput, index) =>
      exampleStage({
        id: `1-concurrency/5-users/${target}/repeat-${index + 1}`,
        target,
        repeat: index + 1,
        outputThroughput,
        ...changes,
      }),
    ),
  );
  const result = measuredResult(stages);
  const [pattern] = result.targets;
  if (pattern === undefined) throw new Error('the example has no target');
  return { ...result, id, targets: sides.map(({ target }) => ({ ...pattern, name: target })) };
}

const quiet = [100, 101, 99, 100];
const slower = [85, 86, 84, 85];
const near = [101, 99, 100, 102];

test('targets of one result are judged as its own analysis judges them', () => {
  const result = resultOf(
    'run',
    { target: 'a', values: quiet },
    { target: 'b', values: slower },
    { target: 'c', values: near },
  );
  const compared = compareMeasured({ result, target: 'a' }, [
    { result, target: 'b' },
    { result, target: 'c' },
  ]);
  const own = comparisonsOf(result);
  for (const [index, { cells }] of compared.entries()) {
    const theirs = own.filter(({ candidate }) => candidate === ['b', 'c'][index]);
    expect(cells.map(({ metric, ratio, interval }) => ({ metric, ratio, interval }))).toEqual(
      theirs.map(({ metric, ratio, interval }) => ({ metric, ratio, interval })),
    );
  }
  expect(compared.map(({ cells }) => cells[0]?.standing)).toEqual([
    { kind: 'better', side: 'baseline' },
    { kind: 'no-difference', code: 'interval-includes-one' },
  ]);
});

test('targets of two results have the figures of a diff, and the better one stands after the correction', () => {
  const baseline = { result: resultOf('one', { target: 'a', values: quiet }), target: 'a' };
  const candidate = { result: resultOf('two', { target: 'b', values: slower }), target: 'b' };
  const [compared] = compareMeasured(baseline, [candidate]);
  const diff = compareResults(resultOfTarget(baseline), resultOfTarget(candidate));
  expect(compared?.cells[0]).toMatchObject({
    ratio: diff.cells[0]?.ratio,
    interval: diff.cells[0]?.interval,
    standing: { kind: 'better', side: 'baseline' },
  });
  const [turned] = compareMeasured(candidate, [baseline]);
  expect(turned?.cells[0]?.standing).toEqual({ kind: 'better', side: 'candidate' });
});

test('of a latency the lower side is the better one, in one result and across two', () => {
  const waiting = (id: string, ...sides: readonly (readonly [string, readonly number[]])[]): Result => {
    const stages = sides.flatMap(([target, values]) =>
      values.map((ttft, index) =>
        exampleStage({
          id: `1-single-user/one/${target}/repeat-${index + 1}`,
          suite: 'single-user',
          load: { loop: 'closed', users: 1, thinkTime: null },
          target,
          repeat: index + 1,
          ttft,
        }),
      ),
    );
    const result = measuredResult(stages);
    const [pattern] = result.targets;
    return {
      ...result,
      id,
      targets: sides.flatMap(([name]) => (pattern === undefined ? [] : { ...pattern, name })),
    };
  };
  const [quick, slow] = [
    [50_000, 50_100, 49_900, 50_050],
    [70_000, 70_100, 69_900, 70_050],
  ] as const;
  const standing = (...order: Parameters<typeof compareMeasured>) =>
    compareMeasured(...order)[0]?.cells.find(({ metric }) => metric === 'ttft')?.standing;
  const one = waiting('one', ['a', quick], ['b', slow]);
  expect(standing({ result: one, target: 'a' }, [{ result: one, target: 'b' }])).toEqual({
    kind: 'better',
    side: 'baseline',
  });
  const two = waiting('two', ['a', slow]);
  expect(standing({ result: one, target: 'a' }, [{ result: two, target: 'a' }])).toEqual({
    kind: 'better',
    side: 'baseline',
  });
  expect(standing({ result: two, target: 'a' }, [{ result: one, target: 'a' }])).toEqual({
    kind: 'better',
    side: 'candidate',
  });
});

test('of many candidates one that differs by chance is not called better', () => {
  const baseline = { result: resultOf('one', { target: 'a', values: [100, 104, 96] }), target: 'a' };
  const lucky = { result: resultOf('two', { target: 'a', values: [112, 116, 110] }), target: 'a' };
  expect(compareMeasured(baseline, [lucky])[0]?.cells[0]?.standing).toEqual({
    kind: 'better',
    side: 'candidate',
  });
  const others = Array.from({ length: 12 }, (_, index) => ({
    result: resultOf(`other-${index}`, { target: 'a', values: [99, 103, 97] }),
    target: 'a',
  }));
  expect(compareMeasured(baseline, [lucky, ...others])[0]?.cells[0]?.standing).toEqual({
    kind: 'no-difference',
    code: 'not-after-correction',
  });
});

test('few repeats of two runs, other models and failed stages leave it undecided, with the reasons', () => {
  const baseline = { result: resultOf('one', { target: 'a', values: [100, 101] }), target: 'a' };
  const two = resultOf('two', { target: 'a', values: [50, 51], changes: { verdict: 'invalid' } });
  const other = { ...two, targets: two.targets.map((target) => ({ ...target, model: 'another' })) };
  expect(compareMeasured(baseline, [{ result: other, target: 'a' }])[0]?.cells[0]?.standing).toEqual({
    kind: 'undecided',
    reasons: ['different-model', 'stage-invalid', 'few-repeats'],
  });
});

test('what differs between two sides is told with both values, and what is unknown is no difference', () => {
  const one = resultOf('one', { target: 'a', values: quiet });
  const two = {
    ...resultOf('two', { target: 'a', values: quiet }),
    tool: { ...one.tool, version: '9' },
    environment: { ...one.environment, host: null },
  };
  const targets = two.targets.map((target) => ({ ...target, model: 'another' }));
  expect(sideDifferences({ result: one, target: 'a' }, { result: { ...two, targets }, target: 'a' })).toEqual(
    [
      { what: 'model', baseline: one.targets[0]?.model, candidate: 'another' },
      { what: 'tool', baseline: one.tool.version, candidate: '9' },
    ],
  );
});
