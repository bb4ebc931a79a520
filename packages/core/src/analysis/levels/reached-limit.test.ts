import { expect, test } from 'vitest';
import type { PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import { auditedResult } from '../audit/testing/audited-result.ts';
import { judgedStages } from '../findings/testing/judged-result.ts';
import { manyUsersLimit, singleUserLimit } from './reached-limit.ts';
import { resultLevels } from './usable-levels.ts';

const limit = (suite: string, users: number, share: number): PhysicalLimit => ({
  target: 'one',
  suite,
  language: 'en',
  phase: 'decode',
  users,
  context: null,
  limit: 109 * users,
  measured: 109 * users * share,
  metric: 'requestSpeed',
  kind: 'derived',
  share,
  boundBy: 'bandwidth',
  inputs: {
    accelerator: null,
    accelerators: 1,
    bandwidth: null,
    peakFlops: null,
    weightBytes: null,
    keyValueBytesPerToken: null,
    parameters: null,
  },
  reason: null,
});

const reached = (alone: number, limits: readonly PhysicalLimit[]) => {
  const base = auditedResult({ stages: judgedStages({ one: { 1: [alone], 5: [371] } }) });
  const result = { ...base, analysis: { ...base.analysis, physicalLimits: [...limits] } };
  const levels = resultLevels(result);
  return [singleUserLimit(result, levels, 'one')?.share, manyUsersLimit(result, 'one')?.share];
};
const languages = limit('languages', 1, 0.75);

test('one user is judged by the single-user suite', () => {
  expect(reached(80, [languages, limit('single-user', 1, 0.73)])[0]).toBe(0.73);
});

test('a single user who is no steady state gives way to another suite of one user', () => {
  expect(reached(12.5, [limit('single-user', 1, 0.11), languages, limit('languages', 1, 0.7)])[0]).toBe(0.75);
  expect(reached(12.5, [limit('single-user', 1, 0.11)])[0]).toBeUndefined();
});

test('a share above 1 is no measurement', () => {
  expect(reached(80, [limit('single-user', 1, 1.2)])[0]).toBeUndefined();
});

test('many users are judged at the most users', () => {
  expect(reached(80, [limit('concurrency', 5, 0.7), limit('concurrency', 50, 0.5), languages])[1]).toBe(0.5);
});
