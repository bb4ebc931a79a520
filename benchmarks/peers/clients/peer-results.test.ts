import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aiperf } from './aiperf.ts';
import { bareReader } from './bare-reader.ts';
import { guidellm } from './guidellm.ts';
import { inferencePerf } from './inference-perf.ts';
import { sglangPython } from './sglang-python.ts';
import { sglangRust } from './sglang-rust.ts';
import { vllmPython } from './vllm-python.ts';
import { vllmRust } from './vllm-rust.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));

test("vLLM's two clients: mean time to the first token and the p99 over all gaps, in milliseconds", async () => {
  expect(await vllmPython.read(folder('vllm-python'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(56_780.482, 3) },
    gapP99: { micros: expect.closeTo(0.029034 * 1e3, 3) },
  });
  expect(await vllmRust.read(folder('vllm-rust'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(4_615.948, 3) },
    gapP99: { micros: expect.closeTo(2_826.288, 3) },
  });
});

test("SGLang's two clients: one line a run, with Infinity in it", async () => {
  expect(await sglangPython.read(folder('sglang-python'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(54_709.865, 3) },
    gapP99: { micros: expect.closeTo(41.008, 3) },
  });
  expect(await sglangRust.read(folder('sglang-rust'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(7_682.763, 3) },
    gapP99: { micros: expect.closeTo(7_575.356, 3) },
  });
});

test('inference-perf: seconds', async () => {
  expect(await inferencePerf.read(folder('inference-perf'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(7_716.689, 3) },
    gapP99: { micros: expect.closeTo(79.023, 3) },
  });
});

test('the bare reader: the last line of its output, in microseconds, and no gaps', async () => {
  expect(await bareReader.read(folder('bare-reader'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(2_730.029, 3) },
    gapP99: { micros: null, reason: 'it keeps no gaps' },
  });
});

test('GuideLLM: the mean over successful requests; a mean per request is not taken for a gap', async () => {
  const { firstTokenMean, gapP99 } = await guidellm.read(folder('guidellm'));
  expect(firstTokenMean).toEqual({ micros: expect.closeTo(29_603.595, 3) });
  expect(gapP99.micros).toBeNull();
  expect(gapP99.reason).toContain('mean per request');
});

test('AIPerf: its inter-chunk latency is over all gaps, its inter-token latency a mean per request', async () => {
  expect(await aiperf.read(folder('aiperf'))).toEqual({
    firstTokenMean: { micros: expect.closeTo(94_134.139, 3) },
    gapP99: { micros: expect.closeTo(57_066.612, 3) },
  });
});

test('a result that is not there is an error, not a zero', async () => {
  await expect(vllmPython.read(folder('nowhere'))).rejects.toThrow('ENOENT');
});
