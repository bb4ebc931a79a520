import { exitCodes, KneepointError, usageError } from './errors/kneepoint-error.ts';
import { nearestName } from './errors/nearest-name.ts';
import type { TargetAccess } from './load-worker-protocol.ts';
import { readServerFacts, type ServerFacts, silentServer } from './measurement/server-facts.ts';
import type { Figure } from './result/figure-schema.ts';
import { declared, unknown } from './result/figures.ts';
import type { Target } from './result/result-file.ts';
import { allExtensions, type DialectName, plainOpenAi } from './transport/dialects/dialect.ts';
import { parseTargetUrl, resolveTarget } from './transport/parse-target-url.ts';

/** A target as a person names it. What is `null` is found by asking the server. */
export type TargetRequest = {
  readonly name: string;
  readonly url: string;
  readonly api: DialectName | null;
  readonly engine: 'vllm' | 'sglang' | 'other' | null;
  readonly model: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly timeoutMicros: number;
};

/** A target that answered: what it is, and how its requests are sent. */
export type DiscoveredTarget = {
  readonly target: Target;
  readonly access: TargetAccess;
  readonly baseUrl: string;
};

/** Asks the server what it is and settles model and dialect. Throws with exit code 2 or 3 and one clear sentence. */
export async function discoverTarget(request: TargetRequest): Promise<DiscoveredTarget> {
  const { baseUrl } = parseTargetUrl(request.url);
  const address = await resolveTarget(request.url);
  const facts = await factsOf(request, baseUrl);
  refuseStatus(request, facts, baseUrl);
  const engine = request.engine ?? facts.engine;
  const model = chooseModel(request, facts, engine, baseUrl);
  const dialect = request.api ?? chooseDialect(facts);
  const plain = engine === 'other' && /(^|\.)openai\.com$/.test(address.hostname);
  return {
    baseUrl,
    target: describeTarget(request, facts, { engine, model, dialect, baseUrl }),
    access: {
      address,
      dialect,
      model,
      headers: request.headers,
      extraBody: request.body,
      extensions: plain ? plainOpenAi : allExtensions,
      timeoutMicros: request.timeoutMicros,
    },
  };
}

/**
 * What the server says of itself. One that can be connected to but answers none of these questions may still answer
 * requests: with the model named, it gets the chance; what is not known of it stays unknown.
 */
async function factsOf(request: TargetRequest, baseUrl: string): Promise<ServerFacts> {
  try {
    return await readServerFacts(baseUrl, request.headers);
  } catch (error) {
    if (request.model !== null && reachedServer(error)) return silentServer;
    throw unreachable(baseUrl, error);
  }
}

const connectFailures =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** Whether a connection was made before the error: not refused, not unknown, not distrusted. */
function reachedServer(error: unknown): boolean {
  return error instanceof Error && !('code' in error && connectFailures.test(String(error.code)));
}

function unreachable(baseUrl: string, cause: unknown): KneepointError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const timedOut = cause instanceof Error && /abort|timeout/i.test(`${cause.name} ${code}`);
  const what = timedOut
    ? 'accepts connections but does not answer within 5 s'
    : code === 'ECONNREFUSED'
      ? 'cannot be reached: nothing listens there (ECONNREFUSED)'
      : `cannot be reached (${code || (cause instanceof Error ? cause.message : 'unknown reason')})`;
  return new KneepointError(`the target ${baseUrl} ${what}`, {
    code: 'target-unreachable',
    exitCode: exitCodes.targetUnreachable,
    hint:
      'check that the server is up and that host and port are right, for example with: curl -i ' +
      `${baseUrl}/v1/models`,
    cause,
  });
}

function refuseStatus(request: TargetRequest, facts: ServerFacts, baseUrl: string): void {
  if (facts.modelsStatus !== 401 && facts.modelsStatus !== 403) return;
  const withKey = Object.keys(request.headers).some((name) => name.toLowerCase() === 'authorization');
  throw usageError(
    'target-refuses-key',
    `the target ${baseUrl} answers ${facts.modelsStatus} at /v1/models: ${withKey ? 'it does not accept the API key' : 'it wants an API key'}`,
    withKey
      ? 'check the key in the environment variable'
      : 'put the key into an environment variable and name it: --api-key-env NAME',
  );
}

function chooseModel(
  request: TargetRequest,
  facts: ServerFacts,
  engine: Target['engine'],
  baseUrl: string,
): string {
  const known = facts.models.map((model) => model.id);
  if (request.model === null) {
    const first = known[0] ?? nameInModelInfo(facts);
    if (first !== null) return first;
    const html = facts.modelsContentType.includes('html') ? ' (it answers with an HTML page)' : '';
    throw usageError(
      'model-unknown',
      `the target ${baseUrl} does not say which model it serves${html}`,
      'check the address, or name the model with --model NAME',
    );
  }
  if (known.length === 0 || known.includes(request.model) || engine === 'sglang') return request.model;
  const near = nearestName(request.model, known);
  throw usageError(
    'model-not-served',
    `the target ${baseUrl} does not serve the model "${request.model}"; it serves ${known.map((name) => `"${name}"`).join(', ')}`,
    near === null ? 'give one of these with --model, or leave --model out' : `did you mean --model ${near}?`,
  );
}

function nameInModelInfo(facts: ServerFacts): string | null {
  const name = facts.serverConfig?.['served_model_name'];
  return typeof name === 'string' ? name : null;
}

function chooseDialect(facts: ServerFacts): DialectName {
  return !facts.hasOpenAiRoutes && facts.hasGenerateRoute ? 'sglang-generate' : 'openai-chat';
}

type Chosen = {
  readonly engine: Target['engine'];
  readonly model: string;
  readonly dialect: DialectName;
  readonly baseUrl: string;
};

function describeTarget(request: TargetRequest, facts: ServerFacts, chosen: Chosen): Target {
  const served = facts.models.find((model) => model.id === chosen.model);
  const notes: string[] = [];
  if (served === undefined && facts.models.length > 0) {
    notes.push(
      `the server lists ${facts.models.map((model) => model.id).join(', ')} and answers under any name`,
    );
  }
  const simulated = facts.simulation !== null;
  return {
    name: request.name,
    engine: chosen.engine,
    simulated,
    version: facts.version,
    api: chosen.dialect,
    url: chosen.baseUrl,
    model: chosen.model,
    maxModelLength: served?.maxModelLength ?? null,
    serverConfig: facts.serverConfig === null ? null : { ...facts.serverConfig },
    initTime: simulationFigure(facts, ['startup', 'seconds'], 's', 'Kneepoint did not start this server'),
    memory: {
      empty: memoryFigure(facts, 'empty'),
      loaded: memoryFigure(facts, 'loaded'),
      inference: memoryFigure(facts, 'inference'),
      peak: memoryFigure(facts, 'peak'),
    },
    notes,
  };
}

const bytesPerGigabyte = 1e9;

function memoryFigure(facts: ServerFacts, phase: string): Figure {
  const figure = simulationFigure(
    facts,
    ['memory', `${phase}Gigabytes`],
    'bytes',
    'the memory of this server was not watched',
  );
  return figure.value === null ? figure : { ...figure, value: figure.value * bytesPerGigabyte };
}

/** A figure that a simulated server declares; unknown for a real one. */
function simulationFigure(facts: ServerFacts, path: readonly string[], unit: string, reason: string): Figure {
  let value: unknown = facts.simulation;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === 'number' ? declared(unit, value) : unknown(unit, reason);
}
