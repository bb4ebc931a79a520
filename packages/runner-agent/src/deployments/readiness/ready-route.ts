/** The route by which each engine says that it can serve. */
const routes = { vllm: '/health', sglang: '/health', other: '/v1/models' } as const;

/** The plan's path, or else the engine's own. */
export const readyRoute = (engine: keyof typeof routes | null, path: string | undefined): string =>
  path ?? routes[engine ?? 'other'];
