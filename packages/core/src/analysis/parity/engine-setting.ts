import type { Severity } from '../../result/analysis/finding-schema.ts';
import type { ParityCode } from '../../result/analysis/parity-schema.ts';

/** How an engine is told a setting: flags with a value, flags that switch it off, and its key in the reported config. */
export type EngineSpelling = {
  readonly flags: readonly string[];
  readonly off: readonly string[];
  /** Keys of the server's own configuration: a value, or a switch whose truth means off. */
  readonly configValue: string | null;
  readonly configOff: string | null;
};

/** A setting of an engine that weighs in a comparison. */
export type EngineSetting = {
  readonly code: ParityCode;
  readonly severity: Severity;
  /** A switch is `on` unless it is switched off; of others the default has no known value. */
  readonly kind: 'switch' | 'value';
  /** Which side of a switch helps. */
  readonly better: 'on' | null;
  /** Whether only a GPU has it. */
  readonly ofGpu: boolean;
  readonly vllm: EngineSpelling;
  readonly sglang: EngineSpelling;
};

const spelling = (flags: readonly string[], configValue: string | null = null): EngineSpelling => ({
  flags,
  off: [],
  configValue,
  configOff: null,
});
const offBy = (off: readonly string[], configOff: string | null = null): EngineSpelling => ({
  flags: [],
  off,
  configValue: null,
  configOff,
});
const value = { severity: 'warning', kind: 'value', better: null, ofGpu: false } as const;
const minor = { ...value, severity: 'note' } as const;

/** Every setting that is compared; adding one touches this list, its code in the schema and its name in the catalogues. */
export const engineSettings: readonly EngineSetting[] = [
  { ...value, code: 'dtype', vllm: spelling(['--dtype']), sglang: spelling(['--dtype'], 'dtype') },
  {
    ...value,
    code: 'quantization',
    vllm: spelling(['--quantization', '-q']),
    sglang: spelling(['--quantization'], 'quantization'),
  },
  {
    ...value,
    code: 'kv-cache-type',
    vllm: spelling(['--kv-cache-dtype']),
    sglang: spelling(['--kv-cache-dtype'], 'kv_cache_dtype'),
  },
  {
    code: 'cuda-graphs',
    severity: 'warning',
    kind: 'switch',
    better: 'on',
    ofGpu: true,
    vllm: offBy(['--enforce-eager']),
    sglang: offBy(['--disable-cuda-graph', '--cuda-graph-backend-decode=disabled'], 'disable_cuda_graph'),
  },
  {
    code: 'prefix-cache',
    severity: 'warning',
    kind: 'switch',
    better: 'on',
    ofGpu: false,
    vllm: offBy(['--no-enable-prefix-caching']),
    sglang: offBy(['--disable-radix-cache'], 'disable_radix_cache'),
  },
  {
    ...value,
    code: 'speculative-decoding',
    vllm: spelling(['--speculative-config']),
    sglang: spelling(['--speculative-algorithm'], 'speculative_algorithm'),
  },
  {
    ...value,
    code: 'parallelism',
    vllm: spelling(['--tensor-parallel-size', '-tp']),
    sglang: spelling(['--tp-size', '--tensor-parallel-size', '--tp'], 'tp_size'),
  },
  {
    ...value,
    code: 'sampling',
    vllm: spelling(['--generation-config']),
    sglang: spelling(['--sampling-defaults'], 'sampling_defaults'),
  },
  {
    ...minor,
    code: 'max-model-length',
    vllm: spelling(['--max-model-len']),
    sglang: spelling(['--context-length'], 'context_length'),
  },
  {
    ...minor,
    ofGpu: true,
    code: 'memory-fraction',
    vllm: spelling(['--gpu-memory-utilization']),
    sglang: spelling(['--mem-fraction-static'], 'mem_fraction_static'),
  },
  {
    ...minor,
    code: 'max-running-requests',
    vllm: spelling(['--max-num-seqs']),
    sglang: spelling(['--max-running-requests'], 'max_running_requests'),
  },
];
