import { analyzeResult } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildStage, buildTarget } from '../testing/index.ts';
import { hasLimitShares, limitShareCell } from './physical-limit-share.ts';

function contextOf(tokensPerSecond: number, gpu: string | null) {
  const stage = buildStage({
    target: 'a',
    suite: 'single-user',
    load: { loop: 'closed', users: 1, thinkTime: null },
    tokensPerSecond,
  });
  const result = buildResult([stage], [buildTarget('a')]);
  const known = { memory: null, driver: null, cuda: null, computeCapability: null };
  const gpus = gpu === null ? [] : [{ name: gpu, ...known }];
  return reportContext(
    analyzeResult({ ...result, environment: { ...result.environment, gpus } }),
    catalogues.en,
  );
}

const place = { target: 'a', suite: 'single-user', users: 1 };

test('a load says its share of the limit, and one above it is marked as invalid', () => {
  const context = contextOf(80, 'NVIDIA GeForce RTX 5090');
  expect(limitShareCell(context, place)).toMatchObject({ text: '73% of at most 109 tok/s', tone: 'plain' });
  expect(hasLimitShares(context, ['single-user'])).toBe(true);
  expect(limitShareCell(contextOf(300, 'NVIDIA GeForce RTX 5090'), place).tone).toBe('invalid');
});

test('without a known limit the share is unknown, and no table needs a row for it', () => {
  const context = contextOf(80, null);
  expect(limitShareCell(context, place)).toMatchObject({ text: 'unknown', tone: 'muted' });
  expect(hasLimitShares(context, ['single-user'])).toBe(false);
});
