import type { OwnStage } from '@kneepoint/core';
import { expect, test } from 'vitest';
import type { DescribedServer } from '../jobs/ports.ts';
import { phaseSpans } from './phase-spans.ts';

const server = (target: string, instants: readonly [number, number, number | null]): DescribedServer => ({
  target,
  startup: {} as DescribedServer['startup'],
  facts: {},
  startedAt: instants[0],
  readyAt: instants[1],
  endedAt: instants[2],
});

/** A stage as far as spans look at it. */
const stage = (target: string, users: number, start: number, end: number, warmup = 0): OwnStage =>
  ({
    target,
    load: { loop: 'closed', users, thinkTime: null },
    window: { whole: { start, end } },
    warmup: { duration: warmup },
  }) as OwnStage;

test('each phase has its span, from before the start to after the last stage', () => {
  const stages = [
    stage('a', 1, 22_000_000, 30_000_000, 1_000_000),
    stage('b', 1, 5, 6),
    stage('a', 8, 31_000_000, 50_000_000),
    stage('a', 4, 51_000_000, 60_000_000),
  ];
  expect(phaseSpans('a', [server('a', [10_000_000, 20_000_000, 61_000_000])], stages)).toEqual([
    { phase: 'empty', start: 7_000_000, end: 10_000_000 },
    { phase: 'loaded', start: 20_000_000, end: 21_000_000 },
    { phase: 'warm', start: 22_000_000, end: 25_000_000 },
    { phase: 'inference', start: 22_000_000, end: 30_000_000 },
    { phase: 'peak', start: 31_000_000, end: 50_000_000 },
    { phase: 'after', start: 60_000_000, end: 61_000_000 },
  ]);
});

test('of two deployments the first one tells the start and the last one the end', () => {
  const servers = [server('a', [1, 2, 4_000_000]), server('a', [5_000_000, 6_000_000, 9_000_000])];
  const stages = [stage('a', 2, 3_000_000, 3_500_000), stage('a', 2, 7_000_000, 8_000_000)];
  const spans = phaseSpans('a', servers, stages);
  expect(spans.find(({ phase }) => phase === 'loaded')).toEqual({
    phase: 'loaded',
    start: 2,
    end: 3_000_000,
  });
  expect(spans.find(({ phase }) => phase === 'after')).toEqual({
    phase: 'after',
    start: 8_000_000,
    end: 9_000_000,
  });
  expect(spans.map(({ phase }) => phase)).not.toContain('inference');
});

test('a server that nobody deployed has the phases of its stages alone', () => {
  expect(phaseSpans('a', [], [stage('a', 1, 10, 20)]).map(({ phase }) => phase)).toEqual([
    'warm',
    'inference',
    'peak',
  ]);
  expect(phaseSpans('a', [], [])).toEqual([]);
});
