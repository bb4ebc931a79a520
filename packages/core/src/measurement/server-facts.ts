import type { TargetAddress } from '../transport/target-address.ts';
import { httpGet, jsonObjectOf, type PlainAnswer } from './http-get.ts';
import { type NativeFacts, readNativeFacts } from './native-facts.ts';

/** What a server says of itself through its control routes; `null` is what it does not say. */
export type ServerFacts = {
  readonly engine: 'vllm' | 'sglang' | 'other';
  readonly version: string | null;
  /** Names that the server lists; empty when it lists none. */
  readonly models: readonly { readonly id: string; readonly maxModelLength: number | null }[];
  readonly hasOpenAiRoutes: boolean;
  readonly hasGenerateRoute: boolean;
  /** The routes of its own that a server besides vLLM and SGLang has. */
  readonly nativeApi: NativeFacts['api'] | null;
  readonly serverConfig: Readonly<Record<string, unknown>> | null;
  /** Facts of a simulated server: declared figures, and the plain statement that it is one. */
  readonly simulation: Readonly<Record<string, unknown>> | null;
  /** HTTP status of the model list, `null` when that route gave no answer. */
  readonly modelsStatus: number | null;
  readonly modelsContentType: string;
};

/** A server that says nothing of itself. */
export const silentServer: ServerFacts = {
  engine: 'other',
  version: null,
  models: [],
  hasOpenAiRoutes: false,
  hasGenerateRoute: false,
  nativeApi: null,
  serverConfig: null,
  simulation: null,
  modelsStatus: null,
  modelsContentType: '',
};

type Json = Readonly<Record<string, unknown>>;
type Asked = { readonly answer: PlainAnswer | null; readonly json: Json | null; readonly error: unknown };

const routes = {
  models: '/v1/models',
  version: '/version',
  serverInfo: '/get_server_info',
  newerServerInfo: '/server_info',
  modelInfo: '/get_model_info',
  simulation: '/simulation',
  ollamaVersion: '/api/version',
  ollamaTags: '/api/tags',
  llamaProps: '/props',
  tgiInfo: '/info',
} as const;
type Route = keyof typeof routes;

const patienceMillis = 5000;

/** How the questions are asked. */
export type FactsOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly address: TargetAddress | null;
  /** Ends all questions at once. */
  readonly signal?: AbortSignal;
};

/**
 * Asks a server what it is, all routes at once. Throws the first system error when not one route gave an answer:
 * then nothing listens there, or it does not speak HTTP. Throws the signal's reason when it was ended.
 */
export async function readServerFacts(baseUrl: string, options: FactsOptions): Promise<ServerFacts> {
  const names = Object.keys(routes) as Route[];
  const answers = await Promise.all(names.map((name) => ask(`${baseUrl}${routes[name]}`, options)));
  options.signal?.throwIfAborted();
  const asked = Object.fromEntries(names.map((name, index) => [name, answers[index]])) as Record<
    Route,
    Asked
  >;
  if (answers.every((answer) => answer.answer === null)) throw asked.models.error;
  return describe(asked);
}

async function ask(url: string, options: FactsOptions): Promise<Asked> {
  try {
    const answer = await httpGet(url, { ...options, timeoutMillis: patienceMillis });
    return { answer, json: jsonObjectOf(answer), error: null };
  } catch (error) {
    return { answer: null, json: null, error };
  }
}

function describe(asked: Readonly<Record<Route, Asked>>): ServerFacts {
  const serverInfo = asked.serverInfo.json ?? asked.newerServerInfo.json;
  const listed = listModels(asked.models.json);
  const owner = ownerOf(asked.models.json);
  const hasGenerateRoute =
    asked.modelInfo.json !== null || asked.serverInfo.json !== null || owner === 'sglang';
  const sglang = hasGenerateRoute && owner !== 'vllm';
  const native = sglang || owner === 'vllm' ? null : nativeFacts(asked);
  const vllm =
    owner === 'vllm' || (!sglang && native === null && textOf(asked.version.json, 'version') !== null);
  return {
    engine: sglang ? 'sglang' : vllm ? 'vllm' : 'other',
    version: native?.version ?? textOf(sglang ? serverInfo : asked.version.json, 'version'),
    models: listed.length > 0 || native === null ? listed : native.models,
    hasOpenAiRoutes: listed.length > 0,
    hasGenerateRoute,
    nativeApi: native?.api ?? null,
    serverConfig: native?.config ?? configOf(serverInfo),
    simulation: typeof asked.simulation.json?.['profile'] === 'object' ? asked.simulation.json : null,
    modelsStatus: asked.models.answer?.status ?? null,
    modelsContentType: asked.models.answer?.contentType ?? '',
  };
}

const nativeFacts = ({ ollamaVersion, ollamaTags, llamaProps, tgiInfo }: Readonly<Record<Route, Asked>>) =>
  readNativeFacts({
    ollamaVersion: ollamaVersion.json,
    ollamaTags: ollamaTags.json,
    llamaProps: llamaProps.json,
    tgiInfo: tgiInfo.json,
  });

function listModels(json: Json | null): ServerFacts['models'] {
  const data = json?.['data'];
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, max_model_len: length } = entry as { id?: unknown; max_model_len?: unknown };
    if (typeof id !== 'string' || id === '') return [];
    return [
      {
        id,
        maxModelLength: typeof length === 'number' && Number.isInteger(length) && length > 0 ? length : null,
      },
    ];
  });
}

function ownerOf(json: Json | null): string | null {
  const data = json?.['data'];
  const first: unknown = Array.isArray(data) ? data[0] : null;
  if (typeof first !== 'object' || first === null) return null;
  const owner = (first as { owned_by?: unknown }).owned_by;
  return typeof owner === 'string' ? owner : null;
}

const textOf = (json: Json | null, key: string): string | null => {
  const value = json?.[key];
  return typeof value === 'string' ? value : null;
};

/** Arguments that can hold a secret or a path of the server's machine stay out of the result. */
const privateKey = /key|token$|password|secret|path|_dir$|_dir_|endpoint|host|file|command/i;
const absolutePath = /(^|[\s=:,"'])\/\w/;

/** The server's arguments, flat values only, without secrets and paths. */
function configOf(serverInfo: Json | null): Readonly<Record<string, unknown>> | null {
  if (serverInfo === null) return null;
  const flat = Object.entries(serverInfo).filter(
    ([key, value]) =>
      !privateKey.test(key) &&
      (value === null || ['string', 'number', 'boolean'].includes(typeof value)) &&
      !(typeof value === 'string' && absolutePath.test(value)),
  );
  return Object.fromEntries(flat);
}
