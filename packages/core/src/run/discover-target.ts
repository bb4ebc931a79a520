import { basename } from 'node:path';
import { exitCodes, KneepointError } from '../errors/kneepoint-error.ts';
import { readServerFacts, type ServerFacts, silentServer } from '../measurement/server-facts.ts';
import type { DialectName } from '../plan/dialect-name.ts';
import type { Figure } from '../result/figure-schema.ts';
import { declared, unknown } from '../result/figures.ts';
import type { Target } from '../result/result-file.ts';
import { allExtensions, plainOpenAi } from '../transport/dialects/dialect.ts';
import { parseTargetUrl, type TargetLocation } from '../transport/parse-target-url.ts';
import { resolveTarget } from '../transport/resolve-target.ts';
import type { TargetAddress, TargetTls } from '../transport/target-address.ts';
import { reachedServer, unreachableTarget } from '../transport/unreachable-target.ts';
import { firstSign, NoSign } from './first-sign.ts';
import type { TargetAccess } from './load-worker-protocol.ts';
import { modelNotServed, modelUntold, refuseStatus } from './target-refusals.ts';

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
  /** Whom to trust where the address is an https one. */
  readonly tls: TargetTls;
};

/** A target that was asked: it has an address, a wire format and a model. */
export type FoundTarget = Target & {
  readonly url: string;
  readonly api: DialectName;
  readonly model: string;
};

/** A target that answered: what it is, and how its requests are sent. */
export type DiscoveredTarget = {
  readonly target: FoundTarget;
  readonly access: TargetAccess;
  readonly baseUrl: string;
  /** Whether it answered any question about itself. One that did not can only be connected to, or sent requests. */
  readonly answersQuestions: boolean;
};

/**
 * Asks the server what it is and settles model and dialect. Throws with exit code 2 or 3 and one clear sentence, and with
 * exit code 130 as soon as the signal says that nobody waits any more.
 */
export async function discoverTarget(
  request: TargetRequest,
  signal?: AbortSignal,
): Promise<DiscoveredTarget> {
  const location = parseTargetUrl(request.url);
  const address = await unlessInterrupted(resolveTarget(request.url, request.tls), signal);
  const facts = await unlessInterrupted(factsOf(request, location, address, signal), signal);
  refuseStatus(request.headers, facts, location.shownUrl);
  const engine = request.engine ?? facts.engine;
  const model = chooseModel(request, facts, engine, location.shownUrl);
  const dialect = request.api ?? chooseDialect(facts);
  const plain = engine === 'other' && /(^|\.)openai\.com$/.test(address.hostname);
  return {
    baseUrl: location.baseUrl,
    answersQuestions: facts !== silentServer,
    target: describeTarget(request, facts, { engine, model, dialect, location }),
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

/** A name look-up cannot be ended, and need not be waited for. */
async function unlessInterrupted<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return work;
  const interrupted = new KneepointError('interrupted while the target was asked what it is', {
    code: 'interrupted',
    exitCode: exitCodes.interrupted,
  });
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(interrupted);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * What the server says of itself. One that can be connected to but answers none of these questions may still answer
 * requests: with the model named, it gets the chance; what is not known of it stays unknown.
 */
async function factsOf(
  request: TargetRequest,
  { baseUrl, shownUrl }: TargetLocation,
  address: TargetAddress,
  signal: AbortSignal | undefined,
): Promise<ServerFacts> {
  const { headers } = request;
  const options = { headers, address, ...(signal === undefined ? {} : { signal }) };
  try {
    await firstSign(baseUrl, { ...options, timeoutMillis: request.timeoutMicros / 1000 });
    return await readServerFacts(baseUrl, options);
  } catch (error) {
    if (request.model !== null && reachedServer(error)) return silentServer;
    if (error instanceof NoSign) throw error.about(shownUrl);
    throw unreachableTarget(shownUrl, error);
  }
}

function chooseModel(
  request: TargetRequest,
  facts: ServerFacts,
  engine: Target['engine'],
  shownUrl: string,
): string {
  const known = facts.models.map((model) => model.id);
  if (request.model === null) {
    const first = known[0] ?? nameInModelInfo(facts);
    if (first !== null) return first;
    throw modelUntold(shownUrl, facts.modelsContentType.includes('html'));
  }
  if (known.length === 0 || known.includes(request.model) || engine === 'sglang') return request.model;
  throw modelNotServed(shownUrl, request.model, known);
}

function nameInModelInfo(facts: ServerFacts): string | null {
  const name = facts.serverConfig?.['served_model_name'];
  return typeof name === 'string' ? name : null;
}

const nativeDialects = {
  ollama: 'ollama-chat',
  'llama-cpp': 'llama-cpp',
  tgi: 'tgi',
} as const satisfies Record<NonNullable<ServerFacts['nativeApi']>, DialectName>;

/** All of them offer OpenAI's routes nowadays; a native one is spoken only where those are missing. */
function chooseDialect(facts: ServerFacts): DialectName {
  if (facts.hasOpenAiRoutes) return 'openai-chat';
  if (facts.hasGenerateRoute) return 'sglang-generate';
  return facts.nativeApi === null ? 'openai-chat' : nativeDialects[facts.nativeApi];
}

type Chosen = {
  readonly engine: Target['engine'];
  readonly model: string;
  readonly dialect: DialectName;
  readonly location: TargetLocation;
};

function describeTarget(request: TargetRequest, facts: ServerFacts, chosen: Chosen): FoundTarget {
  const served = facts.models.find((model) => model.id === chosen.model);
  const notes: string[] = [];
  if (served === undefined && facts.models.length > 0) {
    notes.push(
      `the server lists ${facts.models.map((model) => model.id).join(', ')} and answers under any name`,
    );
  }
  if (chosen.location.secure && request.tls.insecure) {
    notes.push("the server's certificate was not checked (--insecure)");
  }
  const simulated = facts.simulation !== null;
  return {
    name: request.name,
    engine: chosen.engine,
    simulated,
    version: facts.version,
    api: chosen.dialect,
    url: publishedUrl(chosen.location),
    model: chosen.model,
    maxModelLength: served?.maxModelLength ?? null,
    serverConfig: facts.serverConfig === null ? null : { ...facts.serverConfig },
    memoryPhases: [],
    deployment: null,
    startup: null,
    software: null,
    modelShape: null,
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

/** A result may be published: of a socket it names the file, not the folders, which may name a person. */
const publishedUrl = ({ shownUrl, socketPath }: TargetLocation): string =>
  socketPath === null ? shownUrl : shownUrl.replace(socketPath, basename(socketPath));

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
