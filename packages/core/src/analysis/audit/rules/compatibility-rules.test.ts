import { expect, test } from 'vitest';
import type { Target } from '../../../result/result-file.ts';
import type { DocumentCommand } from '../../../result/source-schema.ts';
import { auditRules } from '../audit-rules.ts';
import {
  auditedResult,
  blackwell,
  dockerTarget,
  documentSource,
  evidenceOf,
} from '../testing/audited-result.ts';

test('driver 555 and CUDA 12.6 do not know compute capability 12.0; driver 580 and CUDA 13.0 do', () => {
  const found = (driver: string | null, cuda: string | null) =>
    evidenceOf('driver-too-old', auditedResult({ gpus: [{ ...blackwell, driver, cuda }] }));
  expect(found('555.42.02', '12.6')).toMatchObject([
    { computeCapability: '12.0', driver: '555.42.02', leastDriver: 570, cuda: '12.6', leastCuda: '12.8' },
  ]);
  expect(found('570.86.10', '12.8')).toEqual([]);
  expect(found('580.65.06', '12.6')).toMatchObject([{ driver: null, cuda: '12.6' }]);
  expect(found(null, null)).toEqual([]);
});

test('the compute capability is told by the name where nobody reported it, and eight equal GPUs are one finding', () => {
  const gpu = { ...blackwell, driver: '555.42.02', computeCapability: null };
  expect(evidenceOf('driver-too-old', auditedResult({ gpus: Array(8).fill(gpu) }))).toHaveLength(1);
});

const sglang = (...words: string[]) => dockerTarget('one', 'sglang', ['--model-path', 'm', ...words]);
const found = (
  code: 'argument-unknown' | 'argument-deprecated',
  target: Partial<Target> & { name: string },
) => evidenceOf(code, auditedResult({ targets: [target] })).map(({ argument }) => argument);

test('an argument that the engine dropped is unknown, one that it spells otherwise is deprecated', () => {
  const target = sglang('--disable-cuda-graph', '--disable-flashinfer');
  expect(found('argument-unknown', target)).toEqual(['--disable-flashinfer']);
  expect(found('argument-deprecated', target)).toEqual(['--disable-cuda-graph']);
});

test("today's spellings, longer names and other engines are right", () => {
  const today = sglang('--cuda-graph-backend-decode=disabled', '--disable-flashinfer-autotune');
  expect(found('argument-unknown', today)).toEqual([]);
  expect(found('argument-deprecated', today)).toEqual([]);
  expect(found('argument-unknown', dockerTarget('one', 'vllm', ['--disable-flashinfer']))).toEqual([]);
});

test('an engine that is older than the change is right, one that is newer is not', () => {
  expect(found('argument-unknown', { ...sglang('--disable-flashinfer'), version: '0.3.4' })).toEqual([]);
  expect(found('argument-unknown', { ...sglang('--disable-flashinfer'), version: '0.6.0' })).toHaveLength(1);
  expect(
    found('argument-unknown', { ...dockerTarget('one', 'vllm', ['--swap-space=4']), version: '0.32.0+cpu' }),
  ).toEqual(['--swap-space']);
});

test('a command that the document shows counts too, and an argument of both once', () => {
  const text = 'docker run sglang:x \\\n  --model-path m \\\n  --disable-flashinfer # for 12.0';
  const source = documentSource([], [{ target: 'one', purpose: 'deploy', text }]);
  const targets = [sglang('--disable-flashinfer')];
  expect(evidenceOf('argument-unknown', auditedResult({ targets, source }))).toHaveLength(1);
  expect(evidenceOf('argument-unknown', auditedResult({ targets: [sglang()], source }))).toHaveLength(1);
});

test('going round FlashInfer is outdated on a GPU that FlashInfer knows, and nothing on an older one', () => {
  const targets = [sglang('--attention-backend', 'torch_native')];
  expect(evidenceOf('workaround-outdated', auditedResult({ gpus: [blackwell], targets }))).toMatchObject([
    { workarounds: ['--attention-backend torch_native'], computeCapability: '12.0' },
  ]);
  const hopper = { ...blackwell, computeCapability: '9.0' };
  expect(evidenceOf('workaround-outdated', auditedResult({ gpus: [hopper], targets }))).toEqual([]);
  expect(
    evidenceOf('workaround-outdated', auditedResult({ gpus: [blackwell], targets: [sglang()] })),
  ).toEqual([]);
});

test('an image by latest, without a tag or of one host only is not pinned; a version or a digest is', () => {
  const problems = (reference: string) =>
    evidenceOf(
      'image-not-pinned',
      auditedResult({ targets: [dockerTarget('one', 'vllm', [], reference)] }),
    ).flatMap(({ images }) => images.map(({ problem }) => problem));
  expect(problems('vllm/vllm-openai:latest')).toEqual(['latest']);
  expect(problems('vllm/vllm-openai')).toEqual(['no-tag']);
  expect(problems('registry.example:5000/vllm')).toEqual(['no-tag']);
  expect(problems('sglang:blackwell-final-v2')).toEqual(['private']);
  expect(problems('vllm/vllm-openai:v0.32.0')).toEqual([]);
  expect(problems(`vllm/vllm-openai@sha256:${'0'.repeat(64)}`)).toEqual([]);
});

test('limits beside sampling_params have no effect in /generate, and max_new_tokens has none in OpenAI routes', () => {
  const fields = (text: string, purpose: DocumentCommand['purpose'] = 'test') =>
    evidenceOf(
      'request-field-ignored',
      auditedResult({ source: documentSource([], [{ target: null, purpose, text }]) }),
    ).map(({ path, fields: ignored }) => [path, ...ignored]);
  const curl = (path: string, body: object) =>
    `curl http://localhost:8002${path} -d '${JSON.stringify(body)}'`;
  expect(fields(curl('/generate', { text: 'a', max_new_tokens: 9 }))).toEqual([
    ['/generate', 'max_new_tokens'],
  ]);
  expect(fields(curl('/generate', { text: 'a', sampling_params: { max_new_tokens: 9 } }))).toEqual([]);
  expect(fields(curl('/v1/completions', { prompt: 'a', max_tokens: 9 }))).toEqual([]);
  expect(fields(curl('/v1/completions', { prompt: 'a', max_new_tokens: 9 }))).toEqual([
    ['/v1/completions', 'max_new_tokens'],
  ]);
  expect(fields('curl http://localhost:8001/health')).toEqual([]);
  expect(fields("curl http://localhost:8002/generate -d '{broken'")).toEqual([]);
});

test('targets with other settings break parity, and equal ones do not', () => {
  const pair = (...words: string[]) => [
    dockerTarget('one', 'vllm', ['--dtype', 'bfloat16']),
    dockerTarget('two', 'vllm', words),
  ];
  const of = (words: readonly string[]) =>
    auditRules.parity.find(
      auditedResult({
        gpus: [blackwell],
        targets: pair(...words).map((target) => ({ ...target, version: '0.32.0' })),
      }),
    );
  expect(of(['--dtype', 'bf16'])).toEqual([]);
  expect(of(['--dtype', 'float16'])).toMatchObject([
    { severity: 'warning', evidence: { differences: [{ code: 'dtype' }], minor: [] } },
  ]);
  expect(of(['--dtype', 'bfloat16', '--max-num-seqs', '8'])).toMatchObject([
    { severity: 'note', evidence: { differences: [], minor: [{ code: 'max-running-requests' }] } },
  ]);
});
