import { expect, test } from 'vitest';
import type { Target } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import {
  type AuditedResult,
  auditedResult,
  blackwell,
  dockerTarget,
  lengthOf,
  levelStage,
} from '../audit/testing/audited-result.ts';
import { parityOf } from './parity-of.ts';

type Named = Partial<Target> & { readonly name: string };
const vllm = (...words: string[]): Named => ({ ...dockerTarget('one', 'vllm', words), version: '0.32.0' });
const sglang = (...words: string[]): Named => ({
  ...dockerTarget('two', 'sglang', words),
  version: '0.5.23',
});
const codes = (result: AuditedResult) => parityOf(auditedResult(result)).map(({ code }) => code);
const onGpu = (one: Named, two: Named) => ({ gpus: [blackwell], targets: [one, two] });

test('two targets with their defaults have the same chance, and one target alone has no other', () => {
  expect(codes(onGpu(vllm(), sglang()))).toEqual([]);
  expect(codes({ gpus: [blackwell], targets: [vllm('--enforce-eager')] })).toEqual([]);
  const latest = dockerTarget('one', 'vllm', [], 'vllm/vllm-openai:latest');
  expect(codes({ targets: [latest] })).toEqual([]);
});

test('CUDA graphs that one side has not favour the other; on a host without a GPU there are none', () => {
  const targets = [vllm(), sglang('--disable-cuda-graph')];
  expect(parityOf(auditedResult({ gpus: [blackwell], targets }))).toEqual([
    {
      code: 'cuda-graphs',
      severity: 'warning',
      values: [
        { target: 'one', value: 'on', state: 'default' },
        { target: 'two', value: 'off', state: 'known' },
      ],
      favours: 'one',
    },
  ]);
  expect(codes({ targets })).toEqual([]);
  expect(codes(onGpu(vllm('--enforce-eager'), sglang('--cuda-graph-backend-decode=disabled')))).toEqual([]);
});

test('the slowest attention favours the other side on a GPU, and is only known elsewhere', () => {
  const targets = [vllm(), sglang('--attention-backend', 'torch_native')];
  expect(parityOf(auditedResult({ gpus: [blackwell], targets }))).toMatchObject([
    { code: 'attention-backend', severity: 'warning', favours: 'one' },
  ]);
  expect(parityOf(auditedResult({ targets }))).toMatchObject([
    { code: 'attention-backend', severity: 'note', favours: null },
  ]);
});

test.each<[string, string[], string[]]>([
  ['dtype', ['--dtype', 'float16'], ['--dtype', 'bfloat16']],
  ['quantization', ['--quantization=fp8'], []],
  ['kv-cache-type', ['--kv-cache-dtype', 'fp8'], ['--kv-cache-dtype', 'auto']],
  ['prefix-cache', ['--no-enable-prefix-caching'], []],
  ['speculative-decoding', [], ['--speculative-algorithm', 'EAGLE']],
  ['parallelism', ['--tensor-parallel-size', '2'], ['--tp-size', '4']],
  ['sampling', ['--generation-config', 'vllm'], []],
  ['max-model-length', ['--max-model-len', '4096'], ['--context-length', '8192']],
  ['memory-fraction', ['--gpu-memory-utilization', '0.95'], ['--mem-fraction-static', '0.8']],
  ['max-running-requests', ['--max-num-seqs', '16'], ['--max-running-requests', '32']],
])('%s is compared over the spellings of both engines', (code, one, two) => {
  expect(codes(onGpu(vllm(...one), sglang(...two)))).toEqual([code]);
});

test('equal values in other spellings are no difference, and what the server reports counts', () => {
  const same = onGpu(
    vllm('--gpu-memory-utilization', '0.90', '--dtype', 'bf16', '--max-model-len', '4096'),
    sglang('--mem-fraction-static=0.9', '--dtype', 'bfloat16', '--context-length', '4096'),
  );
  expect(codes(same)).toEqual([]);
  const reported = { ...sglang(), serverConfig: { disable_radix_cache: true, mem_fraction_static: 0.8 } };
  expect(codes(onGpu(vllm('--gpu-memory-utilization', '0.8'), reported))).toEqual(['prefix-cache']);
});

test('a server of which nothing is known has no settings that could differ, only an unknown version', () => {
  const silent: Named = { name: 'two', engine: 'sglang' };
  expect(codes(onGpu(vllm('--enforce-eager'), silent))).toEqual(['engine-version']);
});

test('other models, other versions of one engine, and images that are not pinned', () => {
  expect(codes(onGpu({ ...vllm(), model: 'a' }, { ...sglang(), model: 'b' }))).toEqual(['model']);
  const newer = { ...dockerTarget('two', 'vllm', []), version: '0.33.0' };
  expect(codes(onGpu(vllm(), newer))).toEqual(['engine-version']);
  const latest = { ...dockerTarget('two', 'sglang', [], 'lmsysorg/sglang:latest'), version: '0.5.23' };
  expect(codes(onGpu(vllm(), latest))).toEqual(['image']);
});

test('sampling that the plan adds to one target only', () => {
  const plan = { targets: [{ name: 'one', body: { temperature: 0 } }, { name: 'two' }] };
  expect(codes({ ...onGpu(vllm(), sglang()), plan })).toEqual(['sampling']);
  const both = { targets: plan.targets.map((target) => ({ ...target, body: { temperature: 0 } })) };
  expect(codes({ ...onGpu(vllm(), sglang()), plan: both })).toEqual([]);
});

test('prompts with a salt for one target only, and answers of another length', () => {
  const one = levelStage('one', 5, 100);
  const two = levelStage('two', 5, 100);
  const unsalted = { ...two, prompts: two.prompts === null ? null : { ...two.prompts, salted: false } };
  expect(codes({ ...onGpu(vllm(), sglang()), stages: [one, unsalted] })).toEqual(['prompts']);
  const long = (stage: Stage, mean: number): Stage => ({
    ...stage,
    lengths: { input: lengthOf(100), output: lengthOf(mean) },
  });
  const stages = [long(one, 128), long(two, 256)];
  expect(codes({ ...onGpu(vllm(), sglang()), stages })).toEqual(['output-length']);
});

test('repeats that were done target by target are not interleaved', () => {
  const at = (target: string, repeat: number, minute: number) =>
    levelStage(target, 5, 100, { repeat, startedAt: `2026-11-24T00:0${minute}:00.000Z` });
  const blocks = [at('one', 1, 0), at('one', 2, 1), at('two', 1, 2), at('two', 2, 3)];
  expect(codes({ ...onGpu(vllm(), sglang()), stages: blocks })).toEqual(['order']);
  const turns = [at('one', 1, 0), at('two', 1, 1), at('two', 2, 2), at('one', 2, 3)];
  expect(codes({ ...onGpu(vllm(), sglang()), stages: turns })).toEqual([]);
});

test('a server that others used meanwhile', () => {
  const busy: Stage = {
    ...levelStage('two', 5, 100),
    trust: {
      verdict: 'suspect',
      reasons: [{ code: 'server-shared', message: '', value: null, limit: null }],
    },
  };
  expect(codes({ ...onGpu(vllm(), sglang()), stages: [levelStage('one', 5, 100), busy] })).toEqual([
    'server-shared',
  ]);
});
