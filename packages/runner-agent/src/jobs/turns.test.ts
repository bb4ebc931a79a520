import { parsePlan, planStages } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { type Sharing, turnsOf } from './turns.ts';

const text = (order: string): string => `version: 1
name: turns
targets: [{ name: A, url: "http://127.0.0.1:1" }, { name: B, url: "http://127.0.0.1:2" }]
suites: [{ kind: concurrency, users: [1, 2], requests: 4, inputTokens: 40, outputTokens: 8 }]
repeats: 3
order: ${order}
`;

const turns = (sharing: Sharing, order = 'auto') =>
  turnsOf(planStages(parsePlan(text(order), 'plan.yaml')), sharing).map(
    ({ targets, stages }) =>
      `${targets.join('+')}: ${stages.map(({ target, repeat }) => `${target}${repeat}`).join(' ')}`,
  );

test('servers that run together alternate at every level, in one turn', () => {
  expect(turns('together')).toEqual(['A+B: A1 B1 A1 B1 B2 A2 B2 A2 A3 B3 A3 B3']);
});

test('servers that share a GPU swap places over deployments and are not deployed twice in a row', () => {
  expect(turns('taking-turns')).toEqual(['A: A1 A1', 'B: B1 B1 B2 B2', 'A: A2 A2 A3 A3', 'B: B3 B3']);
});

test('a sequential plan deploys each server once', () => {
  expect(turns('each-once', 'sequential')).toEqual(['A: A1 A1 A2 A2 A3 A3', 'B: B1 B1 B2 B2 B3 B3']);
});

test('no stages are no turns', () => {
  expect(turnsOf([], 'together')).toEqual([]);
});
