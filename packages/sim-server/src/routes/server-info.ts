import type { ServerState } from '../server-state.ts';

/** The server's configuration as the engine's `/server_info` shows it, with the fields that a profile knows. */
export function serverInfo(state: ServerState): unknown {
  return state.profile.engine === 'vllm' ? vllmInfo(state) : sglangInfo(state);
}

function vllmInfo({ profile, seed }: ServerState): unknown {
  return {
    vllm_config: {
      model_config: {
        model: profile.model,
        tokenizer: profile.model,
        dtype: 'torch.bfloat16',
        seed,
        max_model_len: profile.maxModelTokens,
        quantization: null,
        enforce_eager: false,
        served_model_name: profile.model,
      },
      cache_config: {
        block_size: profile.kvBlockTokens,
        gpu_memory_utilization: 0.95,
        cache_dtype: 'auto',
        enable_prefix_caching: profile.prefixCaching,
        num_gpu_blocks: Math.floor(profile.kvCapacityTokens / profile.kvBlockTokens),
        kv_cache_size_tokens: profile.kvCapacityTokens,
      },
      scheduler_config: {
        max_num_seqs: profile.maxRunning,
        max_num_batched_tokens: chunkTokens(profile),
        stream_interval: profile.streamInterval,
      },
    },
    startup_time: profile.startupSeconds,
  };
}

function sglangInfo({ profile, engine, seed }: ServerState): unknown {
  const load = engine.load();
  const weightGigabytes = 15.3;
  return {
    model_path: profile.model,
    tokenizer_path: profile.model,
    served_model_name: profile.model,
    context_length: profile.maxModelTokens,
    dtype: 'bfloat16',
    quantization: null,
    kv_cache_dtype: 'auto',
    max_running_requests: profile.maxRunning,
    chunked_prefill_size: chunkTokens(profile),
    schedule_policy: 'fcfs',
    disable_radix_cache: !profile.prefixCaching,
    page_size: profile.kvBlockTokens,
    stream_interval: profile.streamInterval,
    incremental_streaming_output: profile.incrementalOutput,
    attention_backend: 'torch_native',
    disable_cuda_graph: true,
    random_seed: seed,
    tp_size: 1,
    status: 'ready',
    max_total_num_tokens: profile.kvCapacityTokens,
    max_req_input_len: profile.maxModelTokens - 6,
    startup_time: profile.startupSeconds,
    internal_states: [
      {
        num_running_reqs: load.running,
        memory_usage: {
          weight: weightGigabytes,
          kvcache: Math.max(
            0,
            profile.memory.loadedGigabytes - weightGigabytes - profile.memory.emptyGigabytes,
          ),
          cuda_graph: 0,
          token_capacity: profile.kvCapacityTokens,
        },
      },
    ],
    version: profile.engineVersion,
  };
}

function chunkTokens({ timing }: ServerState['profile']): number | null {
  return timing.kind === 'batch' ? timing.prefillChunkTokens : null;
}
