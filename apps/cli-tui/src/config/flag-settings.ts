import type { Command } from 'commander';
import { commonKeys } from './common-keys.ts';
import type { ConfigEntry, ConfigFile } from './config-file.ts';
import { flagValueOf } from './config-value.ts';
import { readVariable, variablesOf } from './environment-variable.ts';
import { withoutExcluded } from './exclusive-flags.ts';
import { isPlanKey, type PlanValue, planKeys } from './plan-values.ts';
import { commandPath, type SettableFlag, settableFlags } from './settable-flag.ts';
import type { FlagValue, SettingSource } from './setting.ts';

/** What stands behind the flags of a command. */
export type SettingWorld = {
  readonly environment: NodeJS.ProcessEnv;
  /** The strongest first. */
  readonly files: readonly ConfigFile[];
  /** What the plan of a `compare` says itself; empty where there is none. */
  readonly plan: readonly PlanValue[];
};

/** A flag with the value that holds. `value` is `null` where nobody has said anything. */
export type FlagSetting = {
  readonly flag: SettableFlag;
  readonly value: FlagValue | null;
  readonly source: SettingSource;
};

/** Every settable flag of a command with its value, and variables that cannot be read. */
export type FlagSettings = {
  readonly settings: readonly FlagSetting[];
  readonly problems: readonly string[];
};

type Candidate = {
  readonly key: string;
  readonly rank: number;
  readonly value: FlagValue;
  readonly source: SettingSource;
};

/** Flags beat the environment, the environment the plan, the plan the config files, and those the defaults. */
export function flagSettings(command: Command, world: SettingWorld): FlagSettings {
  const problems: string[] = [];
  const flags = settableFlags(command);
  const candidates = flags.flatMap((flag) => [
    ...typed(command, flag),
    ...ofEnvironment(command, flag, world, problems),
    ...ofPlan(flag, world),
    ...world.files.flatMap((file, index) => ofConfig(command, flag, file, 3 + index)),
  ]);
  const strongest = flags.flatMap(({ key }) => candidates.find((one) => one.key === key) ?? []);
  const left = withoutExcluded(
    strongest,
    flags.map(({ key }) => key),
  );
  return {
    problems,
    settings: flags.map((flag): FlagSetting => {
      const found = left.find(({ key }) => key === flag.key);
      return found === undefined
        ? { flag, value: usualValue(flag), source: { kind: 'default' } }
        : { flag, value: found.value, source: found.source };
    }),
  };
}

const usualValue = ({ usual }: SettableFlag): FlagValue | null =>
  typeof usual === 'string' || typeof usual === 'boolean'
    ? usual
    : typeof usual === 'number'
      ? String(usual)
      : null;

function typed(command: Command, { key, long }: SettableFlag): readonly Candidate[] {
  if (command.getOptionValueSource(key) !== 'cli') return [];
  const value = command.getOptionValue(key) as FlagValue;
  return [{ key, rank: 0, value, source: { kind: 'flag', flag: long } }];
}

function ofEnvironment(
  command: Command,
  flag: SettableFlag,
  { environment }: SettingWorld,
  problems: string[],
): readonly Candidate[] {
  const variable = variablesOf(commandPath(command), flag).find((name) => (environment[name] ?? '') !== '');
  if (variable === undefined) return [];
  const text = environment[variable] ?? '';
  const read = readVariable(text, flag);
  const source = { kind: 'environment', variable } as const;
  if (!read.ok) problems.push(`${variable}: ${read.problem}`);
  else if (flag.choices !== null && !flag.choices.includes(text))
    problems.push(`${variable}: ${JSON.stringify(text)} is not known; one of: ${flag.choices.join(', ')}`);
  else return [{ key: flag.key, rank: 1, value: read.value, source }];
  return [];
}

function ofPlan({ key }: SettableFlag, { plan }: SettingWorld): readonly Candidate[] {
  const found = plan.find((value) => value.key === key);
  return found === undefined ? [] : [{ key, rank: 2, value: found.value, source: found.source }];
}

/** The command's own block stands above what is common to several. */
function ofConfig(
  command: Command,
  flag: SettableFlag,
  file: ConfigFile,
  rank: number,
): readonly Candidate[] {
  const path = commandPath(command);
  const own = entryAt(file, [...path, flag.key]);
  const entry = own ?? sharedEntry(path, flag, file);
  if (entry === undefined) return [];
  const source = { kind: 'config', path: file.path, line: entry.line } as const;
  return [{ key: flag.key, rank, value: flagValueOf(flag, entry.value), source }];
}

/** `workers` and `progress` of all commands; `report.languages` and `report.format` of those that write documents. */
function sharedEntry(
  path: readonly string[],
  { key }: SettableFlag,
  file: ConfigFile,
): ConfigEntry | undefined {
  if (commonKeys.some((common) => common === key)) return entryAt(file, [key]);
  const writesDocuments = path.length === 1 && ['compare', 'report'].includes(path[0] ?? '');
  const words = writesDocuments && isPlanKey(key) ? planKeys[key] : undefined;
  return words?.[0] === 'report' ? entryAt(file, words) : undefined;
}

const entryAt = ({ entries }: ConfigFile, keys: readonly string[]): ConfigEntry | undefined =>
  entries.find((entry) => entry.keys.join('.') === keys.join('.'));
