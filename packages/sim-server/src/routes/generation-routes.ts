import { type AnswerSink, DirectSink, streamHeaders } from '../answering/answer-sink.ts';
import { AnswerStream } from '../answering/answer-stream.ts';
import { type BareRoute, BareStream } from '../answering/bare-stream.ts';
import { makeWriter } from '../answering/make-writer.ts';
import { readBareRequest } from '../dialects/bare-request.ts';
import type { GenerationRequest, GenerationRoute } from '../dialects/generation-request.ts';
import { parseRequest } from '../dialects/parse-request.ts';
import { streamFormats } from '../dialects/stream-format.ts';
import { answerInstead } from '../faults/answer-instead.ts';
import { faultOf, type SimulatedFault } from '../faults/fault.ts';
import { FaultySink } from '../faults/faulty-sink.ts';
import { parseFaults } from '../faults/parse-faults.ts';
import type { HttpConnection } from '../http/http-connection.ts';
import type { HttpRequest } from '../http/request-parser.ts';
import { chunk, lastChunk, responseHead } from '../http/response-head.ts';
import type { ServerState } from '../server-state.ts';
import { SimulatorUsageError } from '../simulator-usage-error.ts';
import { answerTo } from '../text/answer-text.ts';
import type { Route, RouteHandler } from './route.ts';

/** The routes that generate text. */
export const generationRoutes: readonly Route[] = [
  { path: '/v1/chat/completions', methods: ['POST'], handle: generation('chat') },
  { path: '/v1/completions', methods: ['POST'], handle: generation('completions') },
  { path: '/generate', methods: ['POST'], engine: 'sglang', handle: generation('generate') },
  { path: '/v1/responses', methods: ['POST'], handle: generation('responses') },
  { path: '/api/chat', methods: ['POST'], engine: 'other', handle: generation('ollama-chat') },
  { path: '/api/generate', methods: ['POST'], engine: 'other', handle: generation('ollama-generate') },
  { path: '/completion', methods: ['POST'], engine: 'other', handle: generation('llama-cpp') },
  { path: '/generate_stream', methods: ['POST'], engine: 'other', handle: generation('tgi') },
];

/** Routes whose format knows reasoning. */
const reasoningRoutes: ReadonlySet<GenerationRoute> = new Set([
  'chat',
  'responses',
  'ollama-chat',
  'ollama-generate',
]);

function generation(route: GenerationRoute): RouteHandler {
  return (request, connection, state, arrivalMicros) => {
    state.generationRequests += 1;
    const faults = faultsOf(request, connection, state);
    if (faults === null) return;
    const dieAfter = faultOf(faults, 'die-after');
    if (dieAfter !== null && state.generationRequests > dieAfter.requests) return state.die();
    if (state.clock.now() < state.readyAtMicros) {
      connection.respondJson(503, { error: { message: 'The model is still loading.', code: 503 } });
      return;
    }
    if (state.bare && (route === 'chat' || route === 'completions')) {
      if (startBare(request, connection, state, { arrivalMicros, route })) return;
    }
    const body = { contentType: request.headers.get('content-type'), bytes: request.body };
    const parsed = parseRequest(route, body, state.profile);
    const truthRequest = state.truth.open({
      route: request.path,
      stream: parsed.kind === 'accepted' && parsed.request.stream,
      arrival: arrivalMicros,
      promptTokens: parsed.kind === 'accepted' ? parsed.request.promptTokens : 0,
    });
    const instead = answerInstead(faults, connection, state.profile.engine);
    if (instead !== null) {
      truthRequest.outcome = 'faulted';
      truthRequest.status = instead;
      return;
    }
    if (parsed.kind === 'rejected') {
      truthRequest.outcome = 'rejected';
      truthRequest.status = parsed.status;
      if (!parsed.inStream) return connection.respondJson(parsed.status, parsed.body);
      const { contentType, done } = streamFormats[route];
      const head = responseHead(200, streamHeaders(state.profile.engine, contentType));
      const events = [`data: ${JSON.stringify(parsed.body)}\n\n`, ...(done === '' ? [] : [done])];
      connection.write(head + events.map(chunk).join('') + lastChunk);
      return connection.finish();
    }
    start({ request: parsed.request, connection, state, faults, arrivalMicros, truthRequest });
  };
}

interface Start {
  readonly request: GenerationRequest;
  readonly connection: HttpConnection;
  readonly state: ServerState;
  readonly faults: readonly SimulatedFault[];
  readonly arrivalMicros: number;
  readonly truthRequest: ReturnType<ServerState['truth']['open']>;
}

function start({ request, connection, state, faults, arrivalMicros, truthRequest }: Start): void {
  const asked = faultOf(faults, 'no-usage') === null ? request : withoutUsage(request);
  const writer = makeWriter(asked, state, truthRequest);
  const halves = faultOf(faults, 'half-character') !== null;
  // Half characters need text of several bytes a character.
  const seedText = halves ? `봄 ${'봄'.repeat(asked.promptText.length)}` : asked.promptText;
  const stream = new AnswerStream(
    { ...state, roleEventAtOnce: state.profile.roleEventAtOnce },
    {
      request: asked,
      answer: answerTo(seedText, state.seed),
      writer,
      truthRequest,
      reasoningTokens: reasoningRoutes.has(asked.route) ? state.profile.reasoningTokens : 0,
      holdsBackText: halves,
      reportsWrongUsage: faultOf(faults, 'wrong-usage') !== null,
    },
  );
  const giveUp = (outcome: 'aborted' | 'faulted'): void => {
    stream.abandon(outcome);
    state.engine.cancel(stream);
    state.driver.rearm();
  };
  connection.onAbort(() => giveUp('aborted'));
  if (asked.stream) {
    const written = (tokens: number, planned: number): void => stream.tokensWritten(tokens, planned);
    const engine = state.profile.engine;
    const { format, error: errorEvent } = writer;
    const broken = (): void => giveUp('faulted');
    const sink: AnswerSink =
      faults.length === 0
        ? new DirectSink({ connection, engine, contentType: format.contentType, written })
        : new FaultySink({ connection, engine, format, faults, written, errorEvent, broken });
    stream.streamTo(sink);
  } else stream.collectFor((body) => connection.respond(200, 'application/json', toText(body)));
  const submit = (instant: number): void => {
    if (truthRequest.outcome !== 'open') return;
    state.engine.submit(stream, instant);
    state.driver.rearm();
  };
  const slowStart = faultOf(faults, 'slow-start');
  if (slowStart === null) submit(arrivalMicros);
  else setTimeout(() => submit(state.clock.now()), slowStart.milliseconds).unref();
}

/** Bare mode: constant events, no faults, whatever the prompt. False when the request is not for it. */
function startBare(
  request: HttpRequest,
  connection: HttpConnection,
  state: ServerState,
  { arrivalMicros, route }: { readonly arrivalMicros: number; readonly route: BareRoute },
): boolean {
  const bare = readBareRequest(request.body);
  if (bare === null) return false;
  const truthRequest = state.truth.open({
    route: request.path,
    stream: true,
    arrival: arrivalMicros,
    promptTokens: barePromptTokens,
  });
  const head = responseHead(200, streamHeaders(state.profile.engine, streamFormats[route].contentType));
  const stream = new BareStream(
    { ...state, roleEventAtOnce: false },
    { connection, truthRequest, head, outputTokens: bare.maxTokens, route },
  );
  connection.onAbort(() => {
    truthRequest.outcome = 'aborted';
    state.engine.cancel(stream);
  });
  state.engine.submit(stream, arrivalMicros);
  state.driver.rearm();
  return true;
}

/** Bare mode does not look at prompts; its usage says this number for each. */
const barePromptTokens = 200;

/** The server's faults and those that the request asks for; null when it was refused for an unknown one. */
function faultsOf(
  request: HttpRequest,
  connection: HttpConnection,
  state: ServerState,
): readonly SimulatedFault[] | null {
  const header = request.headers.get('x-sim-fault');
  if (header === undefined) return state.faults;
  try {
    return [...state.faults, ...parseFaults(header)];
  } catch (error) {
    if (!(error instanceof SimulatorUsageError)) throw error;
    connection.respondJson(400, { error: { message: error.message, type: 'SimulatorUsage', code: 400 } });
    return null;
  }
}

function withoutUsage(request: GenerationRequest): GenerationRequest {
  return { ...request, includeUsage: false, continuousUsage: false };
}

function toText(wire: string): string {
  return Buffer.from(wire, 'latin1').toString('utf8');
}
