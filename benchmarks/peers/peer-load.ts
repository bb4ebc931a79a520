/** The name of a load, as `--loads` takes it. */
export type LoadName = 'A' | 'B' | 'C' | 'T';

/** How the server paces its tokens. `unpaced`: four-token streams, each answered in one write as soon as it is read. */
export type LoadPace =
  | { readonly kind: 'steps'; readonly stepMillis: number; readonly firstTokenMillis: number }
  | { readonly kind: 'unpaced' };

/** Users who each wait for an answer before they ask again, until so many requests were sent. */
export type PeerLoad = {
  readonly name: LoadName;
  readonly users: number;
  readonly requests: number;
  readonly outputTokens: number;
  readonly pace: LoadPace;
};

/** Length of the generated prompts, tokens. */
export const inputTokens = 200;

/** From a light load to one that offers 100,000 tokens/s, and one that is all requests. */
export const peerLoads: readonly PeerLoad[] = [
  paced('A', { users: 50, requests: 400, stepMillis: 10, firstTokenMillis: 50 }),
  paced('B', { users: 256, requests: 1024, stepMillis: 10, firstTokenMillis: 50 }),
  paced('C', { users: 512, requests: 2048, stepMillis: 5, firstTokenMillis: 20 }),
  // Each client says how many requests it needs to be busy for a second or more.
  { name: 'T', users: 50, requests: 2000, outputTokens: 4, pace: { kind: 'unpaced' } },
];

type PacedNumbers = Record<'users' | 'requests' | 'stepMillis' | 'firstTokenMillis', number>;

function paced(name: LoadName, { users, requests, stepMillis, firstTokenMillis }: PacedNumbers): PeerLoad {
  return { name, users, requests, outputTokens: 128, pace: { kind: 'steps', stepMillis, firstTokenMillis } };
}
