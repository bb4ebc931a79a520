import type { HttpConnection } from '../http/http-connection.ts';
import type { HttpRequest } from '../http/request-parser.ts';
import type { SimulatedEngine, SimulatedProfile } from '../profiles/simulated-profile.ts';
import type { ServerState } from '../server-state.ts';

/** Answers one request. `arrivalMicros`: when its last byte was read, on the server's clock. */
export type RouteHandler = (
  request: HttpRequest,
  connection: HttpConnection,
  state: ServerState,
  arrivalMicros: number,
) => void;

/** A path with the methods it takes. */
export interface Route {
  readonly path: string;
  readonly methods: readonly string[];
  /** The engine that has the route; absent: all. `other`: only a profile that speaks every dialect. */
  readonly engine?: SimulatedEngine | 'other';
  readonly handle: RouteHandler;
}

/** Whether a profile's server has a route. */
export function hasRoute(profile: SimulatedProfile, route: Route): boolean {
  return profile.servesAllRoutes || route.engine === undefined || route.engine === profile.engine;
}
