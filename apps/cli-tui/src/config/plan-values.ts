import type { FlagValue, SettingSource } from './setting.ts';

/** The keys of a plan that flags of `compare` set, too, by the flag's key. */
export const planKeys = {
  workers: ['workers'],
  repeats: ['repeats'],
  timeout: ['timeout'],
  seed: ['seed'],
  language: ['report', 'languages'],
  format: ['report', 'format'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A flag of `compare` that has a key in the plan. */
export type PlanKey = keyof typeof planKeys;

/** Whether a flag has a key in the plan. */
export const isPlanKey = (key: string): key is PlanKey => Object.hasOwn(planKeys, key);

/** What a plan says of a flag. */
export type PlanValue = {
  readonly key: string;
  readonly value: FlagValue;
  readonly source: SettingSource;
};

/** What the environment and the flags, or a config, say of a plan's keys: values as the flags take them. */
export type PlanSettings = { readonly [Key in PlanKey]?: string };
