import type { FlagValue, SettingSource } from './setting.ts';

/** The keys of a plan that flags of `compare` set, too, by the flag's key. */
export const planKeys: Readonly<Record<string, readonly string[]>> = {
  workers: ['workers'],
  repeats: ['repeats'],
  timeout: ['timeout'],
  seed: ['seed'],
  language: ['report', 'languages'],
  format: ['report', 'format'],
};

/** What a plan says of a flag. */
export type PlanValue = {
  readonly key: string;
  readonly value: FlagValue;
  readonly source: SettingSource;
};

/** What the environment and the flags, or a config, say of a plan's keys: values as the flags take them. */
export type PlanSettings = Readonly<Partial<Record<keyof typeof planKeys, string>>>;
