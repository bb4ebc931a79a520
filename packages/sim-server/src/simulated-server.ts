import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { makeEngine } from './answering/make-engine.ts';
import { ServingMetrics } from './answering/serving-metrics.ts';
import { driveEngine } from './clock/engine-driver.ts';
import { startClock } from './clock/monotonic-clock.ts';
import type { SimulatedFault } from './faults/fault.ts';
import { afterReads, gatherBursts } from './http/defer.ts';
import { HttpConnection, type RequestHandler } from './http/http-connection.ts';
import type { SimulatedProfile } from './profiles/simulated-profile.ts';
import { hasRoute, type Route } from './routes/route.ts';
import { routes } from './routes/routes.ts';
import type { ServerState } from './server-state.ts';
import { TruthRecorder, type TruthSnapshot } from './truth/truth-recorder.ts';

/** How to run a simulated server. */
export interface SimulatedServerOptions {
  readonly profile: SimulatedProfile;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** Decides texts, natural lengths and ids; 1 unless told otherwise. */
  readonly seed?: number;
  /** Faults of every generation request; a request adds its own with the header `x-sim-fault`. */
  readonly faults?: readonly SimulatedFault[];
  /** Answers 503 on `/health` for the profile's startup time, or that share of it. */
  readonly simulateStartup?: boolean | number;
  /** Keeps every gap between tokens for `/truth`. */
  readonly truthGaps?: boolean;
  /** Meets the planned instants to about a tenth of a millisecond, with a thread that keeps the time. */
  readonly precise?: boolean;
  /** Sends the same constant chat events on every stream: the cheapest traffic there is. */
  readonly bare?: boolean;
}

/** A running simulated server. */
export interface SimulatedServer {
  /** Base URL without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Stops listening, drops all connections, and resolves when all is closed. */
  close(): Promise<void>;
  /** What really happened so far; the same as `GET /truth`. */
  truth(): TruthSnapshot;
}

/** Starts a simulated server on the loopback interface. Rejects with the system's error when the port is taken. */
export async function startSimulatedServer(options: SimulatedServerOptions): Promise<SimulatedServer> {
  const host = options.host ?? '127.0.0.1';
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true });
  const shutDown = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const state = makeState(options, shutDown);
  const handler = dispatch(state);
  const defer = options.bare === true ? gatherBursts() : afterReads;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new HttpConnection(socket, state.clock.now, handler, defer);
  });
  await listen(server, options.port ?? 0, host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    truth: state.truthSnapshot,
    close: () => {
      state.driver.stop();
      const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
      const wasListening = server.listening;
      shutDown();
      return wasListening ? closed : Promise.resolve();
    },
  };
}

function makeState(options: SimulatedServerOptions, die: () => void): ServerState {
  const { profile } = options;
  const clock = startClock();
  const engine = makeEngine(profile);
  const truth = new TruthRecorder(options.truthGaps ?? false);
  const startup = options.simulateStartup ?? false;
  const startupShare = startup === true ? 1 : startup === false ? 0 : startup;
  return {
    profile,
    seed: options.seed ?? 1,
    faults: options.faults ?? [],
    clock,
    engine,
    driver: driveEngine(engine, clock, options.precise ?? false),
    truth,
    metrics: new ServingMetrics(),
    startedAtSeconds: Date.now() / 1000,
    readyAtMicros: profile.startupSeconds * startupShare * 1e6,
    bare: options.bare ?? false,
    generationRequests: 0,
    die,
    truthSnapshot: () =>
      truth.snapshot({
        profile: profile.name,
        zeroMonotonicMicros: clock.zeroMonotonicMicros,
        now: clock.now(),
      }),
  };
}

function dispatch(state: ServerState): RequestHandler {
  const table = new Map<string, Route>();
  for (const route of routes) if (hasRoute(state.profile, route)) table.set(route.path, route);
  return (request, connection, arrivalMicros) => {
    const route = table.get(request.path);
    if (route === undefined) connection.respondJson(404, { detail: 'Not Found' });
    else if (route.methods.includes(request.method)) route.handle(request, connection, state, arrivalMicros);
    else {
      const allow = [`allow: ${route.methods.join(', ')}`];
      connection.respond(405, 'application/json', '{"detail":"Method Not Allowed"}', allow);
    }
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, 4096, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
