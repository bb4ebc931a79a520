import type { CpuPrecision } from './cpu-precision.ts';

/** The real servers that Kneepoint is tested against. */
export type EngineKind = 'vllm' | 'sglang';

/** Every kind, in the order in which the tests run them. */
export const engineKinds = ['vllm', 'sglang'] as const satisfies readonly EngineKind[];

/** The name under which both engines serve the tiny model. */
export const servedModel = 'Qwen/Qwen3-8B';

/** What a command line is made for. */
export interface EngineLaunch {
  readonly modelFolder: string;
  readonly port: number;
  readonly precision: CpuPrecision;
}

/** What differs between the engines: the release, the command line, the environment. */
export interface EngineRecipe {
  readonly version: string;
  /** Arguments of the environment's Python interpreter, up to the caller's own. */
  readonly command: (launch: EngineLaunch) => readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const common = {
  HF_HUB_OFFLINE: '1',
  TRANSFORMERS_OFFLINE: '1',
  DO_NOT_TRACK: '1',
  OMP_NUM_THREADS: '1',
  // Empty means unset: with it, every start would compile some thousand modules again, 40 s of work.
  PYTHONDONTWRITEBYTECODE: '',
};

/** The recipe of each engine: a 4-layer Qwen3 of random weights on the CPU, 4,096 tokens of context. */
export const engineRecipes: Readonly<Record<EngineKind, EngineRecipe>> = {
  vllm: {
    version: '0.32.0',
    command: ({ modelFolder, port, precision }) => [
      ...['-m', 'vllm.entrypoints.cli.main', 'serve', modelFolder, '--load-format', 'dummy'],
      ...['--served-model-name', servedModel, '--host', '127.0.0.1', '--port', String(port)],
      ...['--dtype', precision, '--enforce-eager', '--max-model-len', '4096', '--max-num-seqs', '32'],
    ],
    environment: {
      ...common,
      VLLM_NO_USAGE_STATS: '1',
      VLLM_CPU_KVCACHE_SPACE: '1',
      VLLM_CPU_OMP_THREADS_BIND: 'nobind',
      // Development routes: /reset_prefix_cache and /server_info.
      VLLM_SERVER_DEV_MODE: '1',
    },
  },
  sglang: {
    version: '0.5.23',
    command: ({ modelFolder, port, precision }) => [
      ...['-m', 'sglang.launch_server', '--model-path', modelFolder, '--load-format', 'dummy'],
      ...['--served-model-name', servedModel, '--host', '127.0.0.1', '--port', String(port)],
      ...['--device', 'cpu', '--attention-backend', 'torch_native', '--dtype', precision],
      ...['--cuda-graph-backend-decode=disabled', '--cuda-graph-backend-prefill=disabled'],
      ...['--skip-server-warmup', '--enable-metrics', '--context-length', '4096'],
      ...['--max-total-tokens', '65536', '--max-running-requests', '32'],
    ],
    // Without it SGLang does not take `--device cpu` at its word.
    environment: { ...common, SGLANG_USE_CPU_ENGINE: '1' },
  },
};
