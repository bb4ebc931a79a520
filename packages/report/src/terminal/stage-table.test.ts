import { expect, test } from 'vitest';
import {
  buildResult,
  buildStage,
  buildTarget,
  distribution,
  oneTargetResult,
  twoTargetsResult,
  unknownDistribution,
} from '../testing/index.ts';
import { displayWidth } from './display-width.ts';
import { renderStageTable } from './stage-table.ts';

const closed = (users: number) => ({ loop: 'closed' as const, users, thinkTime: null });

test('one target: a row per level with its figures', () => {
  expect(renderStageTable(oneTargetResult(), { columns: 120, colour: false })).toMatchInlineSnapshot(`
    "users  done/failed/cut  tok/s  per user       TTFT p50/p99  token gap p50/p99  response p50  trust
        1          600/0/0   80.2      80.2  43.0 ms / 91.0 ms  12.4 ms / 19.0 ms        1.62 s  valid
       10          600/0/0    731      73.1  43.0 ms / 91.0 ms  12.4 ms / 19.0 ms        1.62 s  valid
       50          600/0/0  2,832      56.6  43.0 ms / 91.0 ms  12.4 ms / 19.0 ms        1.62 s  valid
    "
  `);
});

test('every line of a Korean table is as wide as its header', () => {
  const table = renderStageTable(twoTargetsResult(), { columns: 200, colour: false, language: 'ko' });
  const [closedTable = ''] = table.split('\n\n');
  // The last column is left aligned and not filled, so the widths are compared up to it.
  const ends = closedTable
    .trimEnd()
    .split('\n')
    .map((line) => displayWidth(line.replace(/\S+$/, '')));
  expect(new Set(ends).size).toBe(1);
});

test('a percentile with too few samples reads so, and an unknown one reads unknown; neither is 0', () => {
  const stage = buildStage({
    target: 'a',
    load: closed(5),
    tokensPerSecond: 100,
    latencies: {
      ttft: distribution(30, { p50: 40 }),
      e2e: unknownDistribution('no request was completed'),
    },
  });
  const table = renderStageTable(buildResult([stage], [buildTarget('a')]), { columns: 200, colour: false });
  expect(table).toContain('40.0 ms / too few');
  expect(table).toMatch(/unknown {2}valid/);
  expect(table).not.toMatch(/\b0\.00 ms/);
});

test('where the token gap is unknown the column is of chunk gaps and says so', () => {
  const stage = buildStage({
    target: 'a',
    load: closed(5),
    tokensPerSecond: 100,
    latencies: {
      tokenGap: unknownDistribution('no token counts'),
      chunkGap: distribution(600, { p50: 24, p99: 48 }),
    },
  });
  const table = renderStageTable(buildResult([stage], [buildTarget('a')]), { columns: 200, colour: false });
  expect(table).toContain('chunk gap p50/p99');
  expect(table).toContain('24.0 ms / 48.0 ms');
});

test('where targets differ in it, a chunk gap is marked and the header explains the mark', () => {
  const table = renderStageTable(twoTargetsResult(), { columns: 200, colour: false });
  expect(table).toContain('token gap p50/p99 (¹ chunk gap)');
  expect(table).toMatch(/sglang .* 12\.4 ms \/ 19\.0 ms¹/);
  expect(table).not.toMatch(/vllm .*¹/);
});

test('at a rate the time to first token counts from the schedule', () => {
  const stage = buildStage({
    target: 'a',
    suite: 'rate',
    load: {
      loop: 'open',
      requestsPerSecond: 4,
      arrivals: { kind: 'poisson', requestsPerSecond: 4 },
      maxInFlight: 20_000,
      atCap: 'drop',
    },
    tokensPerSecond: 100,
    latencies: { ttft: distribution(600, { p50: 10 }), ttftResponse: distribution(600, { p50: 77 }) },
  });
  const table = renderStageTable(buildResult([stage], [buildTarget('a')]), { columns: 200, colour: false });
  expect(table).toContain('77.0 ms');
  expect(table).not.toContain('10.0 ms');
});

test('a narrow terminal loses the least important columns and keeps trust', () => {
  const table = renderStageTable(oneTargetResult(), { columns: 60, colour: false });
  expect(Math.max(...table.split('\n').map(displayWidth))).toBeLessThanOrEqual(60);
  expect(table).toContain('trust');
  expect(table).not.toContain('response');
});

test('a name of a target cannot command the terminal', () => {
  const evil = 'a\u001b[2Jb';
  const stage = buildStage({ target: evil, load: closed(1), tokensPerSecond: 10 });
  const table = renderStageTable(buildResult([stage], [buildTarget(evil), buildTarget('b')]), {
    columns: 200,
    colour: false,
  });
  expect(table).not.toContain('\u001b');
});

test('colour marks suspect and invalid rows and nothing without it', () => {
  const result = twoTargetsResult();
  const coloured = renderStageTable(result, { columns: 200, colour: true });
  expect(coloured.split('\n').filter((line) => line.startsWith('\u001b[31m'))).toHaveLength(3);
  expect(renderStageTable(result, { columns: 200, colour: false })).not.toContain('\u001b');
});

test('suites and repeats are columns only where there are several', () => {
  const [header = ''] = renderStageTable(twoTargetsResult(), { columns: 200, colour: false }).split('\n');
  expect(header).toMatch(/^target +suite +language +repeat +users/);
  expect(renderStageTable(oneTargetResult(), { columns: 200, colour: false })).toMatch(/^users/);
});

test('nothing measured is an empty table', () => {
  expect(renderStageTable(buildResult([], []), { columns: 80, colour: true })).toBe('');
});
