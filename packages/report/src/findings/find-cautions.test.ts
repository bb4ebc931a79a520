import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import {
  buildResult,
  buildStage,
  buildTarget,
  distribution,
  oneTargetResult,
  twoTargetsResult,
} from '../testing/index.ts';
import { findCautions } from './find-cautions.ts';

const closed = (users: number) => ({ loop: 'closed' as const, users, thinkTime: null });
const cautionsOf = (result: Parameters<typeof reportContext>[0]): string[] =>
  findCautions(reportContext(result, catalogues.en)).map((caution) => caution.text);

test('simulated targets, invalid and suspect stages and thin percentiles are named', () => {
  expect(cautionsOf(twoTargetsResult())).toEqual([
    'vllm and sglang are simulated servers: their figures show what the tool measures, not how fast an engine is.',
    'Invalid at sglang, 50 users: the client itself was short of CPU (94%; limit 85%).',
    'Suspect at vllm, 20 users, repeat 2: requests failed (0.5%; limit 0.1%).',
    'sglang was not measured at 2 requests/s and 4 requests/s: there nothing is compared.',
    'There were too few samples for the p99 of the time to first token at 1 user, 2 requests/s and 4 requests/s.',
  ]);
});

test('one repeat is a caution', () => {
  expect(cautionsOf(oneTargetResult())).toEqual([expect.stringContaining('Each level ran once')]);
});

test('targets whose answers differ in length did not do the same work', () => {
  const stages = ['a', 'b'].map((target) => buildStage({ target, load: closed(5), tokensPerSecond: 100 }));
  const [first, second] = stages;
  if (first === undefined || second === undefined) throw new Error('two stages were built');
  const shorter = { ...second, tokens: { ...second.tokens, output: 600 * 100 } };
  const result = buildResult([first, shorter], [buildTarget('a'), buildTarget('b')]);
  expect(cautionsOf(result)).toContain(
    'At 5 users the answers differ in length (a 128 tokens and b 100 tokens on average): the targets did not do the same work.',
  );
});

test('different models, unfinished stages and dropped requests are cautions', () => {
  const stage = buildStage(
    {
      target: 'a',
      suite: 'rate',
      load: {
        loop: 'open',
        requestsPerSecond: 8,
        arrivals: { kind: 'constant', requestsPerSecond: 8 },
        maxInFlight: 20_000,
        atCap: 'drop',
      },
      tokensPerSecond: 9,
    },
    {
      status: 'partial',
      statusReason: 'interrupted',
      counts: { planned: 610, dispatched: 600, dropped: 10, late: 0, completed: 600, failed: 0, cut: 0 },
    },
  );
  const result = buildResult([stage], [buildTarget('a'), buildTarget('b', { model: 'other' })]);
  expect(cautionsOf(result).slice(0, 3)).toEqual([
    '1 stage did not run to the end (interrupted).',
    'The targets do not serve the same model: Qwen/Qwen3-8B and other.',
    'At 8 requests/s 10 of 610 planned requests were never sent, because too many were in flight.',
  ]);
});

test('places that share their reasons share a sentence with the worst figures, invalid ones first', () => {
  const busy = (value: number) => ({ code: 'client-busy', message: '', value, limit: 0.85 });
  const stages = Array.from({ length: 9 }, (_, index) =>
    buildStage(
      { target: 'a', load: closed(index + 1), tokensPerSecond: 100 },
      {
        trust:
          index === 8
            ? { verdict: 'invalid', reasons: [] }
            : { verdict: 'suspect', reasons: [busy(0.86 + index / 100)] },
      },
    ),
  );
  expect(cautionsOf(buildResult(stages, [buildTarget('a')])).slice(0, 2)).toEqual([
    'Invalid at a, 9 users.',
    'Suspect at a, 1 user; a, 2 users; a, 3 users; a, 4 users; a, 5 users; a, 6 users; and 2 more: ' +
      'at worst, the client itself was short of CPU (93%; limit 85%).',
  ]);
});

test('where a percentile is missing everywhere or at many levels, the levels are not listed', () => {
  const stages = Array.from({ length: 6 }, (_, index) =>
    buildStage({
      target: 'a',
      load: closed(index + 1),
      tokensPerSecond: 100,
      latencies: {
        ttft: { ...distribution(30, { p50: 40 }), p50: index === 0 ? null : 40_000 },
      },
    }),
  );
  expect(cautionsOf(buildResult(stages, [buildTarget('a')])).slice(-2)).toEqual([
    'There were too few samples for the p50 of the time to first token at 1 user.',
    'There were too few samples for the p99 of the time to first token at every level.',
  ]);
});
