/** Keys that belong to a plan but not to this version, by the path of their object with `*` for a list index. */
const keys: Readonly<Record<string, string>> = {
  thresholds: 'thresholds are not available in this version; compare the values in the result file',
  'model.shape': 'physical limits are not available in this version; leave out the shape',
  'targets.*.deploy':
    'deployments need the agent, which this version does not have; start the server yourself and give its url',
  'between.clearPrefixCache':
    'clearing the prefix cache is not available in this version; salted prompts keep it from helping',
};

const kinds: Readonly<Record<string, string>> = {
  context: 'the suite "context" is not available in this version',
  capacity: 'the suite "capacity" is not available in this version',
};

/** Why a key that people may expect is refused, or `null` for a key that nobody knows. */
export function unavailableKey(path: readonly PropertyKey[]): string | null {
  return keys[path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.')] ?? null;
}

/** Why a kind of suite is refused, or `null` for one that nobody knows. */
export function unavailableSuite(kind: unknown): string | null {
  return typeof kind === 'string' ? (kinds[kind] ?? null) : null;
}
