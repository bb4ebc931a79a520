import { asFields, parseJsonBody } from '../dialects/generation-request.ts';
import type { ServerState } from '../server-state.ts';
import { countPromptTokens } from '../text/prompt-tokens.ts';
import { metricsText } from './metrics-text.ts';
import type { Route, RouteHandler } from './route.ts';
import { serverInfo } from './server-info.ts';

/** Readiness, model, configuration, caches and metrics, as the two engines have them. */
export const controlRoutes: readonly Route[] = [
  { path: '/health', methods: ['GET'], handle: health },
  { path: '/ping', methods: ['GET', 'POST'], handle: health },
  { path: '/health_generate', methods: ['GET'], engine: 'sglang', handle: health },
  {
    path: '/version',
    methods: ['GET'],
    engine: 'vllm',
    handle: (_request, connection, state) =>
      connection.respondJson(200, { version: state.profile.engineVersion }),
  },
  {
    path: '/v1/models',
    methods: ['GET'],
    handle: (_request, connection, state) => connection.respondJson(200, models(state)),
  },
  {
    path: '/get_model_info',
    methods: ['GET'],
    engine: 'sglang',
    handle: (_request, connection, state) =>
      connection.respondJson(200, {
        model_path: state.profile.model,
        served_model_name: state.profile.model,
        tokenizer_path: state.profile.model,
        is_generation: true,
        preferred_sampling_params: null,
        weight_version: 'default',
        model_type: 'qwen3',
        architectures: ['Qwen3ForCausalLM'],
      }),
  },
  {
    path: '/load',
    methods: ['GET'],
    engine: 'vllm',
    handle: (_request, connection, state) => {
      const { running, waiting } = state.engine.load();
      connection.respondJson(200, { server_load: running + waiting });
    },
  },
  { path: '/get_server_info', methods: ['GET'], engine: 'sglang', handle: info },
  { path: '/server_info', methods: ['GET'], handle: info },
  {
    path: '/metrics',
    methods: ['GET'],
    handle: (_request, connection, state) =>
      connection.respond(200, 'text/plain; version=0.0.4; charset=utf-8', metricsText(state)),
  },
  {
    path: '/reset_prefix_cache',
    methods: ['POST'],
    engine: 'vllm',
    handle: (_request, connection, state) =>
      connection.respondJson(200, { success: state.engine.clearPrefixCache() }),
  },
  {
    path: '/flush_cache',
    methods: ['GET', 'POST'],
    engine: 'sglang',
    handle: (_request, connection, state) => {
      const flushed =
        'Cache flushed.\nPlease check backend logs for more details. (When there are running or waiting requests, the operation will not be performed.)\n';
      if (state.engine.clearPrefixCache()) connection.respond(200, null, flushed);
      else connection.respond(400, null, 'Flush cache failed.\n');
    },
  },
  {
    path: '/tokenize',
    methods: ['POST'],
    handle: (request, connection, state) => {
      const body = parseJsonBody(request.body);
      const prompt = 'value' in body ? asFields(body.value)?.['prompt'] : undefined;
      const count = typeof prompt === 'string' ? countPromptTokens(prompt) : 0;
      const tokens = Array.from({ length: count }, (_, index) => index);
      connection.respondJson(200, {
        count,
        max_model_len: state.profile.maxModelTokens,
        tokens,
        token_strs: null,
      });
    },
  },
];

function health(...[, connection, state]: Parameters<RouteHandler>): void {
  connection.respond(state.clock.now() < state.readyAtMicros ? 503 : 200, null, '');
}

function info(...[, connection, state]: Parameters<RouteHandler>): void {
  connection.respondJson(200, serverInfo(state));
}

function models({ profile, startedAtSeconds }: ServerState): unknown {
  const created = Math.floor(startedAtSeconds);
  const model = {
    id: profile.model,
    object: 'model',
    created,
    owned_by: profile.engine,
    root: profile.model,
    parent: null,
    max_model_len: profile.maxModelTokens,
  };
  return { object: 'list', data: [model] };
}
