import type { LatencyHistogram } from './server-counters.ts';

/** The means of client and server, and whether the client's lies where it must; all in milliseconds. */
export interface LatencyAgreement {
  readonly agrees: boolean;
  readonly clientMilliseconds: number;
  readonly serverMilliseconds: number;
  readonly lowestMilliseconds: number;
  readonly highestMilliseconds: number;
}

function serverMean(server: LatencyHistogram): number {
  if (server.count === 0) throw new Error('the server observed no latency');
  return (server.sumSeconds / server.count) * 1000;
}

/** The width, in milliseconds, of the bucket that holds a latency of so many milliseconds. */
export function bucketWidth(boundsSeconds: readonly number[], milliseconds: number): number {
  const bounds = boundsSeconds.map((bound) => bound * 1000);
  const upper = bounds.find((bound) => bound >= milliseconds);
  if (upper === undefined) throw new Error(`no bucket holds ${milliseconds} ms`);
  const lower = bounds.filter((bound) => bound < milliseconds).at(-1) ?? 0;
  return upper - lower;
}

function within(client: number, server: number, limits: { below: number; above: number }): LatencyAgreement {
  const lowest = server - limits.below;
  const highest = server + limits.above;
  return {
    agrees: client >= lowest && client <= highest,
    clientMilliseconds: client,
    serverMilliseconds: server,
    lowestMilliseconds: lowest,
    highestMilliseconds: highest,
  };
}

// Reading HTTP, tokenizing the prompt and writing the event, on an idle machine.
const networkMilliseconds = 10;
const stampMilliseconds = 2;

/**
 * Whether a client's mean time to first token agrees with a server's histogram of the same requests.
 *
 *     client   sent |---------------------------------------------| first token read
 *     server          arrival |---------------------| first token
 *
 * The client's span encloses the server's, so its mean must not be smaller (but for 2 ms of stamps), and
 * must not be larger by more than one bucket and 10 ms, nor by more than 50 ms or 20 %, whichever of these two is more.
 * The server's mean is exact, sum over count; its buckets only say how finely that server tells times apart.
 */
export function timeToFirstTokenAgreement(
  clientMeanMicros: number,
  server: LatencyHistogram,
): LatencyAgreement {
  const mean = serverMean(server);
  const bucket = bucketWidth(server.boundsSeconds, mean) + networkMilliseconds;
  const above = Math.min(bucket, Math.max(50, mean * 0.2));
  return within(clientMeanMicros / 1000, mean, { below: stampMilliseconds, above });
}

/**
 * Whether a client's mean inter-token latency agrees with a server's histogram of the same tokens: apart by
 * no more than one bucket, nor by more than 1 ms or 5 %, whichever of these two is more. What the way adds to each
 * token cancels out in the gaps; what remains is how events were grouped on the way.
 */
export function interTokenAgreement(clientMeanMicros: number, server: LatencyHistogram): LatencyAgreement {
  const mean = serverMean(server);
  const apart = Math.min(bucketWidth(server.boundsSeconds, mean), Math.max(1, mean * 0.05));
  return within(clientMeanMicros / 1000, mean, { below: apart, above: apart });
}
