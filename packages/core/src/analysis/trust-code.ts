/** Reasons that are the client's own: it was short of time, whatever the server did. */
const clientTrustCodes = [
  'client-busy',
  'event-loop-delay',
  'reads-waited',
  'garbage-collection',
  'connection-waits',
  'beyond-ceiling',
  'start-lag',
] as const;

/** Whether a reason's code says that the client was short of time. */
export const isClientTrustCode = (code: string): boolean => clientTrustCodes.some((known) => known === code);

/** Every reason that a trust verdict can have, by its code; a report has words of its own for each. */
export const trustCodes = [
  ...clientTrustCodes,
  'dropped',
  'no-data',
  'stage-failed',
  'interrupted',
  'errors',
  'no-window',
  'too-few-requests',
  'short-window',
  'concurrency-not-held',
  'cold-start',
  'token-source-unknown',
  'not-steady',
  'over-saturated',
  'server-shared',
  'server-counts-fewer-requests',
  'server-counts-other-tokens',
  'client-not-watched',
] as const;
export type TrustCode = (typeof trustCodes)[number];
