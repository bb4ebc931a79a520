import { noAnalysis } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import {
  buildComparison,
  buildResult,
  buildStage,
  buildTarget,
  distribution,
  oneTargetResult,
  twoTargetsResult,
} from '../testing/index.ts';
import { findFindings } from './find-findings.ts';

const findingsOf = (result: Parameters<typeof reportContext>[0]) =>
  findFindings(reportContext(result, catalogues.en));

test('two targets: at most five findings with numbers, interval and what they stand on', () => {
  const findings = findingsOf(twoTargetsResult());
  expect(findings).toHaveLength(5);
  expect(findings[1]).toEqual({
    text: 'With 20 users: vllm 1,186 tok/s and sglang 226 tok/s; vllm produces 5.3 times as much (95 % interval 5.1 to 5.4); from 5 to 10 users the ratio is 2.7 to 3.8.',
    tone: 'suspect',
    note: '3 repeats, suspect',
  });
});

test('one target: its single user, its peak and its growth', () => {
  expect(findingsOf(oneTargetResult()).map((finding) => finding.text)).toEqual([
    'A single user of vllm sees the first token after 43.0 ms (p50) and gets 78.6 tok/s over the whole answer.',
    'With 50 users vllm produces 2,832 tok/s together, 56.6 for each.',
    'With 50 users the time to first token (p99) is 91.0 ms for vllm.',
    'From 1 to 50 users (50 times as many) output throughput grows 35.3 times for vllm.',
  ]);
});

test('a difference inside the noise names no winner', () => {
  const load = { loop: 'closed' as const, users: 5, thinkTime: null };
  const stages = ['a', 'b'].map((target) => buildStage({ target, load, tokensPerSecond: 100 }));
  const result = buildResult(stages, [buildTarget('a'), buildTarget('b')], {
    analysis: {
      ...noAnalysis,
      comparisons: [
        buildComparison(
          { baseline: 'a', candidate: 'b', baselineValue: 100, candidateValue: 101, load: '5 users' },
          {
            winner: null,
            verdict: 'no-significant-difference',
            interval: { low: 0.9, high: 1.1, method: 't', over: 'repeats', values: null },
          },
        ),
      ],
    },
  });
  expect(findingsOf(result)[0]?.text).toBe(
    'With 5 users: a 100 tok/s and b 100 tok/s; the difference is not significant (95 % interval of the ratio 0.90 to 1.10).',
  );
});

test('of a few requests the mean time to first token stands in for the median, and is called so', () => {
  const stage = buildStage({
    target: 'a',
    suite: 'single-user',
    load: { loop: 'closed', users: 1, thinkTime: null },
    tokensPerSecond: 80,
    latencies: { ttft: { ...distribution(5, { p50: 50 }), p50: null } },
  });
  expect(findingsOf(buildResult([stage], [buildTarget('a')]))[0]?.text).toContain(
    'first token after 50.0 ms (on average)',
  );
});

test('invalid repeats are left out where others can be used', () => {
  const load = { loop: 'closed' as const, users: 5, thinkTime: null };
  const valid = buildStage({ target: 'a', load, tokensPerSecond: 100 });
  const invalid = buildStage(
    { target: 'a', load, repeat: 2, tokensPerSecond: 900 },
    { trust: { verdict: 'invalid', reasons: [] } },
  );
  expect(findingsOf(buildResult([valid, invalid], [buildTarget('a')]))[0]).toMatchObject({
    text: 'With 5 users a produces 100 tok/s together, 20.0 for each.',
    note: 'one repeat, valid',
  });
});

test('where no level can be used the summary says so instead of leaving it out', () => {
  const stage = buildStage(
    { target: 'a', load: { loop: 'closed', users: 5, thinkTime: null }, tokensPerSecond: 100 },
    { trust: { verdict: 'invalid', reasons: [] } },
  );
  expect(findingsOf(buildResult([stage], [buildTarget('a')]))).toEqual([
    {
      text: 'Nothing can be said about concurrent users: at every level a stage is invalid or a target is missing.',
      tone: 'invalid',
      note: null,
    },
  ]);
});
