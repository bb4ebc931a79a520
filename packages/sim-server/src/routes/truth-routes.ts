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
        memory: state.profile.memory,
        load: state.engine.load(),
        processor: process.cpuUsage(),
      }),
  },
];
