import { expect, test } from 'vitest';
import { precisionFor } from './cpu-precision.ts';

test('bfloat16 is for CPUs with instructions for it', () => {
  expect(precisionFor('flags : sse4_2 avx2 avx512f avx512_bf16 amx_bf16')).toBe('bfloat16');
  expect(precisionFor('Features : fp asimd bf16')).toBe('bfloat16');
  expect(precisionFor('flags : sse4_2 avx2 avx512f')).toBe('float32');
  expect(precisionFor('')).toBe('float32');
});
