/**
 * Keys that people may expect in a plan but that have another place, or none in this version; by the path of their object
 * with `*` for a list index.
 */
const keys: Readonly<Record<string, string>> = {
  'model.shape': 'physical limits are not available in this version; leave out the shape',
  'suites.*.thinkTime': 'only users who wait for their answers pause; give thinkTime to a suite with users',
  'suites.*.users': 'this suite has no users; a suite of the kind "concurrency" has',
  'suites.*.requestsPerSecond': 'this suite has no rate; a suite of the kind "rate" has',
  'suites.*.arrivals': 'only the suites "rate" and "arrivals" have arrivals',
  'suites.*.prompt': 'write prompts: { kind: fixed, text: ... }',
  'suites.*.dataset': 'write prompts: { kind: dataset, source: FILE }',
  'suites.*.classes': 'write prompts: { kind: classes, classes: [...] }',
  'suites.*.turns': 'write prompts: { kind: conversation, turns: ... }',
  'suites.*.sharedPrefix': 'write prompts: { kind: generated, sharedPrefix: ... }',
  'suites.*.maxInFlight': 'maxInFlight is one for the whole plan; write it at the top',
  'suites.*.atCap': 'atCap is one for the whole plan; write it at the top',
  'suites.*.workers': 'workers are those of the whole plan; write them at the top',
};

const suites: Readonly<Record<string, string>> = {
  capacity: 'the suite "capacity" is not available in a plan; use: kneepoint capacity URL --slo ...',
  ramp: 'write kind: arrivals, with arrivals: { kind: ramp, from: 1, to: 20, over: 30s }',
  steps: 'write kind: arrivals, with arrivals: { kind: steps, steps: "2:10s,8:10s" }',
  trace: 'write kind: arrivals, with arrivals: { kind: trace, source: FILE }',
  'at-once': 'write kind: arrivals, with arrivals: { kind: at-once, count: 100 }',
  burst: 'write kind: arrivals, with arrivals: { kind: at-once, count: 100 }',
};

/** Why a key is refused, or `null` for a key that nobody knows. */
export function refusedKey(path: readonly PropertyKey[]): string | null {
  const pattern = path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.');
  return Object.hasOwn(keys, pattern) ? (keys[pattern] ?? null) : null;
}

/** Why a kind of suite is refused, or `null` for one that nobody knows. */
export function refusedSuite(kind: unknown): string | null {
  return typeof kind === 'string' && Object.hasOwn(suites, kind) ? (suites[kind] ?? null) : null;
}
