import type { ServerState } from '../server-state.ts';
import type { Route } from './route.ts';

/** What Ollama, llama.cpp and TGI say of themselves, as far as a profile knows it. */
export const otherServerRoutes: readonly Route[] = [
  {
    path: '/api/version',
    methods: ['GET'],
    engine: 'other',
    handle: (_request, connection) => connection.respondJson(200, { version: '0.24.0' }),
  },
  {
    path: '/api/tags',
    methods: ['GET'],
    engine: 'other',
    handle: (_request, connection, state) => connection.respondJson(200, { models: [ollamaModel(state)] }),
  },
  {
    path: '/props',
    methods: ['GET'],
    engine: 'other',
    handle: (_request, connection, state) => connection.respondJson(200, llamaCppProperties(state)),
  },
  {
    path: '/info',
    methods: ['GET'],
    engine: 'other',
    handle: (_request, connection, state) => connection.respondJson(200, tgiInfo(state)),
  },
];

function ollamaModel({ profile, startedAtSeconds }: ServerState): unknown {
  return {
    name: profile.model,
    model: profile.model,
    modified_at: new Date(startedAtSeconds * 1000).toISOString(),
    size: 0,
    digest: '',
    details: { format: 'gguf', family: 'qwen3', parameter_size: '', quantization_level: '' },
  };
}

function llamaCppProperties({ profile }: ServerState): unknown {
  return {
    default_generation_settings: { n_ctx: profile.maxModelTokens, params: { n_predict: -1, stream: true } },
    total_slots: Math.min(profile.maxRunning, 1024),
    model_alias: profile.model,
    model_path: profile.model,
    build_info: 'b11549',
  };
}

function tgiInfo({ profile }: ServerState): unknown {
  return {
    model_id: profile.model,
    model_sha: null,
    max_concurrent_requests: Math.min(profile.maxRunning, 1024),
    max_best_of: 1,
    max_stop_sequences: 4,
    max_input_tokens: profile.maxModelTokens - 1,
    max_total_tokens: profile.maxModelTokens,
    validation_workers: 1,
    max_client_batch_size: 4,
    router: 'text-generation-router',
    version: '3.3.6',
    sha: null,
    docker_label: null,
  };
}
