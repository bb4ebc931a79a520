import { expect, test } from 'vitest';
import { findAccelerator } from './accelerators/find-accelerator.ts';
import { decodeLimit } from './decode-limit.ts';
import { findModel } from './models/find-model.ts';
import { flopsPerToken, keyValueElementsPerToken } from './models/model-cost.ts';

function referenceStep() {
  const found = findModel('Qwen/Qwen3-8B');
  const lookup = findAccelerator('NVIDIA RTX 5090');
  if (found === null || lookup.kind !== 'found') throw new Error('the reference is in the tables');
  return {
    weightBytes: (found.model.parameters * found.weightBits) / 8,
    cacheBytesPerUser: null,
    flopsPerToken: flopsPerToken(found.model),
    bandwidth: lookup.accelerator.bandwidth,
    peakFlops: lookup.accelerator.flops.bf16 ?? null,
    users: 1,
  };
}

test('8.19 G parameters in bf16 at 1,792 GB/s give one user at most 109 tok/s', () => {
  const limit = decodeLimit(referenceStep());
  expect(referenceStep().weightBytes / 1e9).toBeCloseTo(16.4, 1);
  expect(limit.boundBy).toBe('bandwidth');
  expect(limit.tokensPerSecond).toBeCloseTo(109.4, 1);
  expect([80, 48.6, 12.53].map((speed) => Math.round((100 * speed) / limit.tokensPerSecond))).toEqual([
    73, 44, 11,
  ]);
});

test('a batch shares the reading of the weights until computing takes longer', () => {
  expect(decodeLimit({ ...referenceStep(), users: 50 }).tokensPerSecond).toBeCloseTo(50 * 109.39, 0);
  const large = decodeLimit({ ...referenceStep(), users: 1000 });
  expect(large.boundBy).toBe('compute');
  expect(large.tokensPerSecond).toBeCloseTo(209.5e12 / (2 * (8_190_735_360 - 151_936 * 4096)), 3);
});

test('cached keys and values of every user are read at each step', () => {
  const found = findModel('qwen3-8b');
  // Two of 8 heads with 128 elements of 2 bytes in 36 layers: 147,456 bytes a token.
  expect(found === null ? null : 2 * keyValueElementsPerToken(found.model)).toBe(147_456);
  const limit = decodeLimit({ ...referenceStep(), cacheBytesPerUser: 147_456 * 4096, users: 50 });
  expect(limit.stepSeconds).toBeCloseTo((16_381_470_720 + 50 * 147_456 * 4096) / 1792e9, 9);
});
