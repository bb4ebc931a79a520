import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { ConfigEntry, ConfigFile } from './config-file.ts';
import type { Setting, SettingSource } from './setting.ts';

/** What decides the settings that are no command's: the program's own flags, the environment, the config files. */
export type CommonWorld = {
  readonly flags: { readonly language?: string; readonly color?: boolean };
  readonly environment: NodeJS.ProcessEnv;
  readonly homeDirectory: string;
  readonly files: readonly ConfigFile[];
  /** Where the history lies when nobody says so. */
  readonly usualStore: string;
};

/** The language of messages, colours, and where the history lies. */
export const commonSettings = (world: CommonWorld): readonly Setting[] => [
  languageSetting(world),
  colourSetting(world),
  storeSetting(world),
];

const locales = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The locale is the whole system's: what is said to Kneepoint alone, also in a config, stands above it. */
function languageSetting({ flags, environment, files }: CommonWorld): Setting {
  const name = 'language';
  if (flags.language !== undefined)
    return { name, value: flags.language, source: { kind: 'flag', flag: '--language' } };
  const own = fromVariable(name, 'KNEEPOINT_LANGUAGE', environment) ?? fromFiles(name, files);
  if (own !== null) return own;
  const locale = locales.find((variable) => (environment[variable] ?? '') !== '');
  return locale === undefined
    ? { name, value: 'en', source: { kind: 'default' } }
    : { name, value: environment[locale], source: { kind: 'environment', variable: locale } };
}

function colourSetting({ flags, environment, files }: CommonWorld): Setting {
  const name = 'colour';
  if (flags.color === false) return { name, value: 'never', source: { kind: 'flag', flag: '--no-color' } };
  if ((environment['NO_COLOR'] ?? '') !== '')
    return { name, value: 'never', source: { kind: 'environment', variable: 'NO_COLOR' } };
  return fromFiles(name, files) ?? { name, value: 'auto', source: { kind: 'default' } };
}

function storeSetting({ environment, files, homeDirectory, usualStore }: CommonWorld): Setting {
  const name = 'store';
  const found = fromVariable(name, 'KNEEPOINT_STORE', environment) ?? fromFiles(name, files);
  if (found === null) return { name, value: usualStore, source: { kind: 'default' } };
  const base = found.source.kind === 'config' ? dirname(found.source.path) : '.';
  return { ...found, value: pathOf(String(found.value), base, homeDirectory) };
}

/** A path of a config is relative to it; `~` is the home directory. */
function pathOf(written: string, base: string, homeDirectory: string): string {
  if (written.startsWith('~/')) return join(homeDirectory, written.slice(2));
  return isAbsolute(written) ? written : resolve(base, written);
}

function fromVariable(name: string, variable: string, environment: NodeJS.ProcessEnv): Setting | null {
  const value = environment[variable] ?? '';
  return value === '' ? null : { name, value, source: { kind: 'environment', variable } };
}

/** What the strongest file that says it says. */
function fromFiles(name: string, files: readonly ConfigFile[]): Setting | null {
  for (const { path, entries } of files) {
    const entry = entries.find(({ keys }) => keys.length === 1 && keys[0] === name);
    if (entry !== undefined) return { name, value: entry.value, source: sourceOf(path, entry) };
  }
  return null;
}

const sourceOf = (path: string, { line }: ConfigEntry): SettingSource => ({ kind: 'config', path, line });
