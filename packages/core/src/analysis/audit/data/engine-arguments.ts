/**
 * An argument that an engine of today does not take, or spells otherwise. `since` is the first version that was seen
 * without it, or that calls it deprecated: it may have gone earlier. `replacement` is `null` where nothing is needed in
 * its place.
 */
export type EngineArgument = {
  readonly engine: 'vllm' | 'sglang';
  readonly argument: string;
  readonly state: 'removed' | 'deprecated';
  readonly since: string;
  readonly replacement: string | null;
  readonly source: string;
};

const sglangPage = 'https://docs.sglang.io/advanced_features/server_arguments.html';
const vllmPage = 'https://docs.vllm.ai/en/latest/cli/serve/';

/** Of SGLang 0.5.23 and vLLM 0.32.0: searched for in the arguments that these versions register. */
export const engineArguments: readonly EngineArgument[] = [
  sglangRemoved('--disable-flashinfer', '--attention-backend'),
  sglangRemoved('--disable-flashinfer-sampling', '--sampling-backend pytorch'),
  sglangRemoved('--cuda-graph-max-bs', '--cuda-graph-max-bs-decode'),
  sglangRemoved('--cuda-graph-bs', '--cuda-graph-bs-decode'),
  sglangRemoved('--disable-mla', null),
  sglangRemoved('--enable-flashinfer-mla', '--attention-backend flashinfer'),
  sglangRemoved('--disable-jump-forward', null),
  sglangRemoved('--disable-disk-cache', null),
  sglangRemoved('--enable-ep-moe', '--ep-size'),
  sglangRemoved('--enable-deepep-moe', '--moe-a2a-backend deepep'),
  sglangRemoved('--stream-output', '--incremental-streaming-output'),
  {
    ...sglangRemoved('--disable-cuda-graph', '--cuda-graph-backend-decode=disabled'),
    state: 'deprecated',
  },
  vllmRemoved('--swap-space', null),
  vllmRemoved('--num-scheduler-steps', null),
  vllmRemoved('--use-v2-block-manager', null),
  vllmRemoved('--preemption-mode', null),
  vllmRemoved('--num-lookahead-slots', null),
  vllmRemoved('--enable-reasoning', '--reasoning-parser'),
  vllmRemoved('--disable-log-requests', null),
  vllmRemoved('--worker-use-ray', '--distributed-executor-backend ray'),
  vllmRemoved('--max-seq-len-to-capture', '--max-cudagraph-capture-size'),
  vllmRemoved('--cuda-graph-sizes', '--cudagraph-capture-sizes'),
  vllmRemoved('--speculative-model', '--speculative-config'),
  vllmRemoved('--guided-decoding-backend', '--structured-outputs-config'),
  vllmRemoved('--rope-scaling', '--hf-overrides'),
  vllmRemoved('--task', '--runner'),
  { ...vllmRemoved('--log-config-file', null), state: 'deprecated' },
  { ...vllmRemoved('--disable-cascade-attn', null), state: 'deprecated' },
];

function sglangRemoved(argument: string, replacement: string | null): EngineArgument {
  return { engine: 'sglang', argument, state: 'removed', since: '0.5.23', replacement, source: sglangPage };
}

function vllmRemoved(argument: string, replacement: string | null): EngineArgument {
  return { engine: 'vllm', argument, state: 'removed', since: '0.32.0', replacement, source: vllmPage };
}
