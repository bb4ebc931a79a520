import type { Result } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { type ReportLanguage, reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { type ReportContext, reportContext } from '../model/report-context.ts';
import { buildResult } from '../testing/index.ts';
import { pageResult } from '../testing/page-result.ts';
import { distributionChart, distributionStrips } from './distribution-chart.ts';
import { languageBars, languagesChart } from './languages-chart.ts';
import { latencyCharts } from './latency-charts.ts';
import { latencyLines } from './latency-lines.ts';
import { memoryChart, memoryOverTime } from './memory-chart.ts';
import { throughputChart, throughputLines } from './throughput-chart.ts';
import { tradeOffChart, tradeOffLines } from './trade-off-chart.ts';

const charts = [
  throughputChart,
  tradeOffChart,
  latencyCharts,
  distributionChart,
  languagesChart,
  memoryChart,
];
const result = pageResult();
const contextOf = (of: Result, language: ReportLanguage = 'en'): ReportContext =>
  reportContext(of, catalogues[language]);
const context = contextOf(result);

test.each(reportLanguages)(
  'every chart in %s is a picture with a folded table of its numbers',
  (language) => {
    const blocks = charts.flatMap((chart) => chart(contextOf(result, language)));
    expect(blocks.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 7 }, () => ['chart', 'details']).flat(),
    );
    const names = blocks.flatMap((block) => (block.kind === 'chart' ? [block.name] : []));
    expect(new Set(names).size).toBe(7);
    for (const name of names) expect(name).toMatch(new RegExp(`^[a-z-]+-${language}$`));
    for (const block of blocks) {
      if (block.kind === 'chart') expect(block.svg).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  },
);

test('a result without a stage has no chart', () => {
  expect(charts.flatMap((chart) => chart(contextOf(buildResult([], []))))).toEqual([]);
});

test('throughput draws the points of the analysis with their intervals, and the fit as a curve of its own', () => {
  const chart = throughputLines(context);
  const [scaling] = result.analysis.scaling;
  expect(chart?.lines[0]?.spread).toBe('band');
  const drawn = chart?.lines[0]?.points ?? [];
  expect(drawn.map(({ x, high }) => [x, high])).toEqual(
    scaling?.points.map(({ users, high }) => [users, high]),
  );
  for (const [index, point] of drawn.entries()) {
    expect(point.y).toBeCloseTo(scaling?.points[index]?.throughput ?? Number.NaN, 6);
  }
  expect(chart?.curves).toHaveLength(result.analysis.scaling.filter(({ usl }) => usl !== null).length);
  expect(chart?.legend.join()).toContain('95 % interval');
});

test('a level that the analysis left out of its curve is drawn all the same', () => {
  const scaling = result.analysis.scaling.map((own) => ({
    ...own,
    points: own.points.filter(({ users }) => users <= 5),
  }));
  const chart = throughputLines(contextOf({ ...result, analysis: { ...result.analysis, scaling } }));
  expect(chart?.lines[0]?.points.map(({ x }) => x)).toEqual([1, 5, 10, 20, 50]);
});

test('a fitted curve goes through what its law says', () => {
  const [scaling] = result.analysis.scaling;
  const fit = scaling?.usl;
  if (fit === null || fit === undefined) throw new Error('the first target has a fit');
  const last = throughputLines(context)?.curves[0]?.points.at(-1);
  const n = last?.x ?? 0;
  expect(last?.y).toBeCloseTo(
    (fit.lambda.value * n) / (1 + fit.sigma.value * (n - 1) + fit.kappa.value * n * (n - 1)),
    6,
  );
});

test('a crossover is an upright line with its interval; one of another metric is none', () => {
  const crossing = {
    metric: 'outputThroughput',
    baseline: 'vllm',
    candidate: result.targets[1]?.name ?? '',
    kind: 'crosses' as const,
    users: 12,
    interval: { low: 10, high: 15, method: 'bootstrap' },
    below: 'vllm',
    above: null,
    reason: null,
  };
  const crossovers = [
    crossing,
    { ...crossing, metric: 'ttft' },
  ] as unknown as Result['analysis']['crossovers'];
  const chart = throughputLines(contextOf({ ...result, analysis: { ...result.analysis, crossovers } }));
  expect(chart?.crossings).toEqual([{ x: 12, low: 10, high: 15, text: 'crossing at 12 (10 to 15)' }]);
});

test('the trade-off leaves an invalid point out of its steps, not out of the picture', () => {
  const chart = tradeOffLines(context);
  expect(chart?.lines[1]?.points.map((point) => point.isInvalid)).toEqual([false, false, false, true]);
  expect(chart?.lines[0]?.points.map((point) => point.note)).toEqual(['5', '10', '20', '50']);
  expect(chart?.steps.at(-1)?.x).toBe(chart?.lines[0]?.points.at(-1)?.x);
});

test('an invalid point beats nothing, however high it lies', () => {
  const stages = result.stages.map((stage) =>
    stage.load.loop === 'closed' && stage.load.users === 50
      ? { ...stage, trust: { verdict: 'invalid' as const, reasons: [] } }
      : stage,
  );
  const chart = tradeOffLines(contextOf({ ...result, stages }));
  expect(chart?.steps.at(-1)?.x).toBeCloseTo(1185.6, 0);
});

const ttft = { latency: 'ttft', axis: 'TTFT', title: () => 'title' } as const;

test('a latency has a thick line of p50 and a thin one of p99 for each target', () => {
  const chart = latencyLines(context, ttft);
  expect(chart?.lines.map(({ weight, series }) => [weight, series])).toEqual([
    ['thick', 0],
    ['thin', 0],
    ['thick', 1],
    ['thin', 1],
  ]);
  expect(chart?.lines[1]?.points.map(({ y }) => y)).toEqual([75_000, 90_000, 120_000, 210_000]);
});

test('a level without the percentile leaves the line open and is said', () => {
  const stages = result.stages.map((stage) =>
    stage.load.loop === 'closed' && stage.load.users === 10
      ? { ...stage, metrics: { ...stage.metrics, ttft: { ...stage.metrics.ttft, p99: null } } }
      : stage,
  );
  const chart = latencyLines(contextOf({ ...result, stages }), ttft);
  expect(chart?.lines[1]?.points.map(({ x, isJoined }) => [x, isJoined])).toEqual([
    [5, false],
    [20, false],
    [50, true],
  ]);
  expect(chart?.legend).toContain('a level with too few samples has no mark');
});

test('a strip adds the histograms of the repeats and keeps their exact ends', () => {
  const chart = distributionStrips(context);
  expect(chart?.groups.map(({ name }) => name)).toEqual(['5 users', '10 users', '20 users', '50 users']);
  const mark = chart?.groups[0]?.rows[0]?.mark;
  const own = result.stages.filter(
    ({ target, suite, load }) =>
      target === 'vllm' && suite === 'concurrency' && load.loop === 'closed' && load.users === 5,
  );
  expect(mark?.kind === 'strip' ? mark.quantiles.min : null).toBe(
    Math.min(...own.map(({ metrics }) => metrics.ttft.min ?? 0)),
  );
  expect(mark?.kind === 'strip' ? mark.quantiles.p50 : null).toBeCloseTo(35_000, -3);
});

test('too few requests for p10 and p90 are no strip', () => {
  const stages = result.stages.map((stage) => ({
    ...stage,
    metrics: { ...stage.metrics, ttft: { ...stage.metrics.ttft, histogram: null } },
  }));
  expect(distributionChart(contextOf({ ...result, stages }))).toEqual([]);
});

test('languages stand side by side, bars from zero', () => {
  const chart = languageBars(context);
  expect(chart?.groups.map(({ name }) => name)).toEqual(['Korean', 'English']);
  expect(chart?.groups[0]?.rows.map(({ series }) => series)).toEqual([0, 1]);
  expect(chart?.xScale).toBe('linear');
});

test('memory is open where no sample was taken, and the load stands behind it', () => {
  const chart = memoryOverTime(context);
  expect(chart?.lines).toHaveLength(2);
  expect(chart?.lines[0]?.points.filter((point) => !point.isJoined)).toHaveLength(2);
  expect(chart?.lines[0]?.points.length).toBeLessThanOrEqual(301);
  expect(chart?.ground).toHaveLength(result.stages.length);
  expect(Math.max(...(chart?.ground ?? []).map(({ height }) => height))).toBe(1);
});

test('a thinned line of memory keeps its greatest sample', () => {
  const most = Math.max(...(result.samples[0]?.points ?? []).map(({ max }) => max));
  expect(Math.max(...(memoryOverTime(context)?.lines[0]?.points ?? []).map(({ y }) => y))).toBe(most);
});
