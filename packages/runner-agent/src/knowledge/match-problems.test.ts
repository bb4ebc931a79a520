import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchProblems } from './match-problems.ts';
import { noFacts, type ProblemFacts } from './problem-facts.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '__fixtures__', `${name}.log`), 'utf8').split('\n');

const idsOf = (facts: Partial<ProblemFacts>): readonly string[] =>
  matchProblems({ ...noFacts, ...facts }).map(({ problem }) => problem.id);

test.each(['healthy-vllm-0.32.0', 'healthy-sglang-0.5.23', 'healthy-sglang-0.5.23-refused-once'])(
  'nothing is found in %s',
  (name) => {
    const lines = linesOf(name);
    expect(lines.length).toBeGreaterThan(80);
    for (const engine of [null, 'vllm', 'sglang'] as const)
      expect(idsOf({ logLines: lines, engine })).toEqual([]);
  },
);

test.each([
  ['vllm-0.32.0-unknown-argument', 'unknown-argument'],
  ['vllm-0.32.0-missing-model', 'model-not-in-offline-cache'],
  ['vllm-0.32.0-port-in-use', 'port-in-use'],
  ['vllm-0.32.0-remote-code', 'remote-code-not-trusted'],
  ['vllm-0.32.0-unknown-architecture', 'architecture-unknown'],
  ['vllm-0.32.0-context-too-long', 'context-longer-than-model'],
  ['sglang-0.5.23-unknown-argument', 'sglang-disable-flashinfer'],
  ['sglang-0.5.23-missing-model', 'model-not-in-offline-cache'],
  ['sglang-0.5.23-port-in-use', 'port-in-use'],
  ['sglang-0.5.23-remote-code', 'remote-code-not-trusted'],
  ['sglang-0.5.23-unknown-architecture', 'architecture-unknown'],
])('the log of a failed start, %s, shows %s first', (name, expected) => {
  const engine = name.startsWith('vllm') ? 'vllm' : 'sglang';
  expect(idsOf({ logLines: linesOf(name), engine })[0]).toBe(expected);
});

/** As the programs print them, each with the prefix that its log gives it. */
const published: readonly (readonly [string, string])[] = [
  [
    'ERROR 07-28 15:07:22 [core.py:632] RuntimeError: CUDA error: no kernel image is available for execution on the device',
    'no-kernel-image',
  ],
  [
    'RuntimeError: RMSNorm failed with error code no kernel image is available for execution on the device',
    'no-kernel-image',
  ],
  [
    'NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation.',
    'no-kernel-image',
  ],
  [
    'RuntimeError: The NVIDIA driver on your system is too old (found version 12080). Please update your GPU driver',
    'driver-too-old-for-build',
  ],
  [
    'nvidia-container-cli: requirement error: unsatisfied condition: cuda>=12.8, please update your driver',
    'driver-too-old-for-build',
  ],
  [
    'RuntimeError: Unexpected error from cudaGetDeviceCount(). Error 803: system has unsupported display driver / cuda driver combination',
    'cuda-library-mismatch',
  ],
  ['Failed to initialize NVML: Driver/library version mismatch', 'cuda-library-mismatch'],
  ['No devices were found', 'open-kernel-modules-required'],
  ["ptxas fatal   : Value 'sm_120a' is not defined for option 'gpu-name'", 'compiler-unknown-gpu'],
  ['RuntimeError: FlashInfer requires GPUs with sm75 or higher', 'flashinfer-unsupported'],
  [
    "ValueError: Selected backend AttentionBackendEnum.FLASHINFER is not valid for this configuration. Reason: ['attention sinks not supported']",
    'attention-backend-invalid',
  ],
  [
    "AssertionError: Only {'trtllm_mha', 'triton', 'fa4'} backends are supported on Blackwell GPUs for hybrid GDN models.",
    'flashinfer-unsupported',
  ],
  [
    'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.16 GiB. GPU 0 has a total capacity of 31.36 GiB',
    'cuda-out-of-memory',
  ],
  [
    'RuntimeError: CUDA out of memory occurred when warming up sampler with 256 dummy requests.',
    'out-of-memory-while-profiling',
  ],
  [
    '(EngineCore pid=77) ValueError: Free memory on device cuda:0 (27.4/31.36 GiB) on startup is less than desired GPU memory utilization (0.95, 29.79 GiB).',
    'gpu-memory-not-free',
  ],
  [
    "ValueError: To serve at least one request with the model's max seq len (40960), (5.62 GiB KV cache is needed, which is larger than the available KV cache memory (3.1 GiB).",
    'kv-cache-too-small',
  ],
  [
    "ValueError: The model's max seq len (4096) is larger than the maximum number of tokens that can be stored in KV cache (3664).",
    'kv-cache-too-small',
  ],
  [
    'RuntimeError: Not enough memory. Please try to increase --mem-fraction-static. Current value: mem_fraction_static=0.5',
    'sglang-memory-fraction-too-small',
  ],
  [
    'Exception: Capture cuda graph failed: CUDA out of memory. Tried to allocate 20.00 MiB',
    'cuda-graph-capture-failed',
  ],
  [
    'NCCL WARN Error: failed to extend /dev/shm/nccl-03v824 to 4194660 bytes',
    'container-shared-memory-small',
  ],
  ['RuntimeError: NCCL error: unhandled system error (run with NCCL_DEBUG=INFO for details)', 'nccl-failure'],
  [
    'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].',
    'container-toolkit-missing',
  ],
  [
    'Error response from daemon: driver failed programming external connectivity: Bind for 0.0.0.0:8001 failed: port is already allocated',
    'port-in-use',
  ],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'docker-unreachable',
  ],
  [
    'huggingface_hub.errors.GatedRepoError: 401 Client Error. Cannot access gated repo for url https://huggingface.co/meta-llama/Llama-3.1-8B/resolve/main/config.json.',
    'gated-model-without-token',
  ],
  [
    'ValueError: Bfloat16 is only supported on GPUs with compute capability of at least 8.0. Your Tesla T4 GPU has compute capability 7.5.',
    'bfloat16-unsupported',
  ],
  [
    "OSError: Can't load tokenizer for '/models/x'. If you were trying to load it from 'https://huggingface.co/models'",
    'tokenizer-missing',
  ],
  ['(APIServer pid=1) OSError: [Errno 24] Too many open files', 'file-descriptors-few'],
  [
    'safetensors_rust.SafetensorError: Error while deserializing header: MetadataIncompleteBuffer',
    'weights-damaged',
  ],
  ['RuntimeError: Failed to infer device type, please set the environment variable', 'gpu-not-visible'],
  ['RuntimeError: Cannot find any model weights with `/models/x`', 'weights-missing'],
  ['[ 812.3] Out of memory: Killed process 4242 (python3)', 'host-out-of-memory'],
  [
    'Error response from daemon: manifest for vllm/vllm-openai:v9 not found: manifest unknown',
    'image-not-found',
  ],
];

test.each(published)('"%s" is %s', (line, expected) => {
  const [best] = matchProblems({ ...noFacts, logLines: ['INFO: starting', line] });
  expect(best?.problem.id).toBe(expected);
  expect(best?.lines).toEqual([{ index: 1, text: line }]);
});

test('a driver that is too old for a Blackwell GPU is found before anything starts', () => {
  const [best] = matchProblems({
    ...noFacts,
    gpus: [{ computeCapability: '12.0' }],
    driver: '555.42.02',
    cuda: '12.6',
  });
  expect(best?.problem.id).toBe('blackwell-driver-too-old');
  expect(best?.signs).toEqual(['compute capability 12.0 (>=12.0 <13)', 'driver 555.42.02 (<570)']);
  expect(idsOf({ gpus: [{ computeCapability: '12.0' }], driver: '570.86.16', cuda: '12.8' })).toEqual([]);
  expect(idsOf({ gpus: [{ computeCapability: '9.0' }], driver: '555.42.02', cuda: '12.5' })).toEqual([]);
});

test("a driver is too old for today's builds on GPUs that have no compatibility package", () => {
  const given = { engine: 'vllm', engineVersion: '0.32.0', driver: '570.86.16', cuda: '12.8' } as const;
  expect(idsOf({ ...given, gpus: [{ computeCapability: '12.0' }] })).toEqual(['driver-too-old-for-build']);
  expect(idsOf({ ...given, gpus: [{ computeCapability: '9.0' }] })).toEqual([]);
  expect(idsOf({ ...given, gpus: [{ computeCapability: '12.0' }], engineVersion: '0.11.0' })).toEqual([]);
});

test('FlashAttention 3 is refused on Blackwell and not on Hopper', () => {
  const chosen = { engine: 'sglang', arguments: ['--attention-backend', 'fa3'] } as const;
  expect(idsOf({ ...chosen, gpus: [{ computeCapability: '12.0' }] })).toEqual([
    'flash-attention-3-unsupported',
  ]);
  expect(idsOf({ ...chosen, gpus: [{ computeCapability: '9.0' }] })).toEqual([]);
});

test('nothing is announced by facts that are not known', () => {
  expect(idsOf({ gpus: [{ computeCapability: null }], driver: '555.42.02' })).toEqual([]);
  expect(idsOf({ gpus: [{ computeCapability: '12.0' }] })).toEqual([]);
});

test("the reference report's workarounds are found as what they are today", () => {
  const sglang = ['--attention-backend', 'torch_native', '--disable-cuda-graph', '--disable-flashinfer'];
  const blackwell = { gpus: [{ computeCapability: '12.0' }], driver: '580.65.06', cuda: '13.0' };
  expect(idsOf({ ...blackwell, engine: 'sglang', arguments: sglang })).toEqual([
    'sglang-disable-flashinfer',
    'sglang-torch-native-attention',
    'sglang-disable-cuda-graph',
  ]);
  const vllm = ['--gpu-memory-utilization=0.95', '--dtype', 'auto'];
  expect(idsOf({ ...blackwell, engine: 'vllm', arguments: vllm })).toEqual(['gpu-memory-share-high']);
});

test('an argument that was removed counts only for versions that lack it', () => {
  const given = { engine: 'vllm', arguments: ['--swap_space=4'] } as const;
  expect(idsOf({ ...given, engineVersion: '0.32.0' })).toEqual(['vllm-removed-arguments']);
  expect(idsOf({ ...given, engineVersion: '0.6.0' })).toEqual([]);
  expect(idsOf({ ...given, engineVersion: null })).toEqual([]);
});

test("a problem of one engine is not found in the other's log", () => {
  const logLines = ['RuntimeError: Not enough memory. Please try to increase --mem-fraction-static.'];
  expect(idsOf({ logLines, engine: 'vllm' })).toEqual([]);
  expect(idsOf({ logLines, engine: 'other' })).toEqual(['sglang-memory-fraction-too-small']);
});

test('what names the cause comes before what is only seen', () => {
  const logLines = [
    'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB',
    'RuntimeError: CUDA out of memory occurred when warming up sampler with 256 dummy requests.',
  ];
  expect(idsOf({ logLines, engine: 'vllm' })).toEqual([
    'out-of-memory-while-profiling',
    'cuda-out-of-memory',
  ]);
});

test('what log and facts both say comes before what only the log says, however close to the cause', () => {
  const facts = {
    logLines: [
      'GatedRepoError',
      "'--disable-cuda-graph' is deprecated and will be removed in a future release.",
    ],
    engine: 'sglang',
    arguments: ['--disable-cuda-graph'],
  } as const;
  expect(idsOf(facts)).toEqual(['sglang-disable-cuda-graph', 'gated-model-without-token']);
  expect(idsOf({ ...facts, arguments: [] })).toEqual([
    'gated-model-without-token',
    'sglang-disable-cuda-graph',
  ]);
});

test('colours do not hide a message, and at most five lines are kept', () => {
  const coloured = '\u001b[31mCUDA out\u001b[0m of memory';
  const [match] = matchProblems({ ...noFacts, logLines: Array.from({ length: 9 }, () => coloured) });
  expect(match?.lines.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(match?.lines[0]?.text).toBe('CUDA out of memory');
});
