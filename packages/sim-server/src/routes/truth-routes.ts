import type { ServerState } from '../server-state.ts';
import type { Route } from './route.ts';

/** What the simulator says about itself; no real server has these. */
export const truthRoutes: readonly Route[] = [
  {
    path: '/truth',
    methods: ['GET'],
    handle: (_request, connection, state) => connection.respondJson(200, state.truthSnapshot()),
  },
  {
    path: '/truth/reset',
    methods: ['POST'],
    handle: (_request, connection, state) => {
      state.truth.reset();
      connection.respondJson(200, { reset: true });
    },
  },
  {
    path: '/simulation',
    methods: ['GET'],
    handle: (_request, connection, state) =>
      connection.respondJson(200, {
        profile: state.profile,
        seed: state.seed,
        faults: state.faults,
        startup: { seconds: state.profile.startupSeconds, readyAtMicros: state.readyAtMicros },
        memory: { ...state.profile.memory, usedGigabytes: usedGigabytes(state) },
        load: state.engine.load(),
        processor: process.cpuUsage(),
      }),
  },
];

/** Users from which on the memory is at its peak. */
const PEAK_USERS = 50;

/** GPU memory in use at the moment, by the phase that the server is in. */
function usedGigabytes({ clock, readyAtMicros, generationRequests, engine, profile }: ServerState): number {
  const { memory } = profile;
  if (clock.now() < readyAtMicros) return memory.emptyGigabytes;
  if (engine.load().running >= PEAK_USERS) return memory.peakGigabytes;
  return generationRequests === 0 ? memory.loadedGigabytes : memory.inferenceGigabytes;
}
