import { parseFaults } from './faults/parse-faults.ts';
import { adjustProfile, type ProfileAdjustments } from './profiles/adjust-profile.ts';
import { isProfileName, profiles } from './profiles/profiles.ts';
import type { SimulatedServerOptions } from './simulated-server.ts';
import { SimulatorUsageError } from './simulator-usage-error.ts';

type Values = Map<string, string>;

const numberFlags = {
  'step-ms': 'stepMilliseconds',
  'ttft-ms': 'prefillMilliseconds',
  'prompt-token-us': 'promptTokenMicroseconds',
  'tokens-per-event': 'tokensPerStep',
  'stream-interval': 'streamInterval',
  'max-running': 'maxRunning',
  'max-model-tokens': 'maxModelTokens',
  'kv-tokens': 'kvCapacityTokens',
  'reasoning-tokens': 'reasoningTokens',
} as const satisfies Record<string, keyof ProfileAdjustments>;

const switchFlags = {
  align: { alignSteps: true },
  incremental: { incrementalOutput: true },
  'no-prefix-cache': { prefixCaching: false },
  'role-with-first-token': { roleEventAtOnce: false },
} as const satisfies Record<string, ProfileAdjustments>;

const ownSwitches = ['truth-gaps', 'precise', 'bare'] as const;
const ownValues = ['profile', 'port', 'seed', 'fault', 'engine', 'model', 'startup'] as const;

/** All flags, for a help text. */
export const serveFlags: readonly string[] = [
  ...ownValues,
  ...ownSwitches,
  ...Object.keys(numberFlags),
  ...Object.keys(switchFlags),
].map((name) => `--${name}`);

/**
 * The options of a server from command-line arguments: `--name value`, `--name=value` or `--switch`.
 * Throws {@link SimulatorUsageError} with every problem at once.
 */
export function parseServeArguments(texts: readonly string[]): SimulatedServerOptions {
  const problems: string[] = [];
  const values = readFlags(texts, problems);
  const name = values.get('profile') ?? 'ideal';
  const profile = isProfileName(name) ? profiles[name] : profiles.ideal;
  if (!isProfileName(name)) {
    problems.push(`unknown profile "${name}"; known: ${Object.keys(profiles).join(', ')}`);
  }
  const adjusted = adjustProfile(profile, readAdjustments(values, problems));
  const options: SimulatedServerOptions = {
    profile: adjusted,
    port: readNumber(values, 'port', problems) ?? 0,
    seed: readNumber(values, 'seed', problems) ?? 1,
    simulateStartup: readNumber(values, 'startup', problems) ?? false,
    truthGaps: values.has('truth-gaps'),
    precise: values.has('precise'),
    bare: values.has('bare'),
    faults: readFaults(values, problems),
  };
  if (problems.length > 0) throw new SimulatorUsageError(problems);
  return options;
}

function readFlags(texts: readonly string[], problems: string[]): Values {
  const values: Values = new Map();
  const switches = new Set<string>([...ownSwitches, ...Object.keys(switchFlags)]);
  const valued = new Set<string>([...ownValues, ...Object.keys(numberFlags)]);
  for (let index = 0; index < texts.length; index += 1) {
    const [flag = '', inline] = (texts[index] ?? '').split(/=(.*)/s);
    const name = flag.replace(/^--/, '');
    if (!flag.startsWith('--') || !(switches.has(name) || valued.has(name))) {
      problems.push(`unknown flag "${flag}"; known: ${serveFlags.join(' ')}`);
    } else if (switches.has(name)) values.set(name, '');
    else {
      const value = inline ?? texts[index + 1];
      if (inline === undefined) index += 1;
      if (value === undefined) problems.push(`--${name} needs a value`);
      // Faults may be given several times.
      else values.set(name, name === 'fault' && values.has(name) ? `${values.get(name)},${value}` : value);
    }
  }
  return values;
}

function readAdjustments(values: Values, problems: string[]): ProfileAdjustments {
  let adjustments: ProfileAdjustments = {};
  for (const [flag, field] of Object.entries(numberFlags)) {
    const value = readNumber(values, flag, problems);
    if (value !== null) adjustments = { ...adjustments, [field]: value };
  }
  for (const [flag, change] of Object.entries(switchFlags)) {
    if (values.has(flag)) adjustments = { ...adjustments, ...change };
  }
  const model = values.get('model');
  if (model !== undefined) adjustments = { ...adjustments, model };
  const engine = values.get('engine');
  if (engine === 'vllm' || engine === 'sglang') return { ...adjustments, engine };
  if (engine !== undefined) problems.push(`--engine is vllm or sglang, not "${engine}"`);
  return adjustments;
}

function readNumber(values: Values, name: string, problems: string[]): number | null {
  const text = values.get(name);
  if (text === undefined) return null;
  const value = Number(text);
  if (text !== '' && Number.isFinite(value) && value >= 0) return value;
  problems.push(`--${name} takes a number that is not negative, not "${text}"`);
  return null;
}

function readFaults(values: Values, problems: string[]): NonNullable<SimulatedServerOptions['faults']> {
  try {
    return parseFaults(values.get('fault') ?? '');
  } catch (error) {
    if (!(error instanceof SimulatorUsageError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}
