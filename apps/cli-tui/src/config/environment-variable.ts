import type { SettableFlag } from './settable-flag.ts';
import type { FlagValue } from './setting.ts';

/** Variables of Kneepoint that are no flag of a command, whatever flags are called. */
export const ownVariables: readonly string[] = [
  'KNEEPOINT_CONFIG',
  'KNEEPOINT_LANGUAGE',
  'KNEEPOINT_STORE',
  'KNEEPOINT_TOKEN',
];

/**
 * The variables that set a flag, the strongest first: `KNEEPOINT_BENCH_DURATION`, which only `bench` reads, then
 * `KNEEPOINT_DURATION`, which every command with a `--duration` reads.
 */
export function variablesOf(path: readonly string[], { key }: SettableFlag): readonly string[] {
  const flag = upperSnake(key);
  const own = ['KNEEPOINT', ...path.map((word) => upperSnake(word)), flag].join('_');
  const shared = `KNEEPOINT_${flag}`;
  return ownVariables.includes(shared) ? [own] : [own, shared];
}

const upperSnake = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll('-', '_')
    .toUpperCase();

/** A text that was read as the value of a flag, or what is wrong with it. */
export type ReadVariable =
  | { readonly ok: true; readonly value: FlagValue }
  | { readonly ok: false; readonly problem: string };

/** The value of a variable; a flag that can be repeated takes a line for each of its values. */
export function readVariable(text: string, { form }: SettableFlag): ReadVariable {
  if (form === 'value') return { ok: true, value: text };
  if (form === 'list') return { ok: true, value: text.split('\n').filter((line) => line.trim() !== '') };
  if (/^(?:1|true|yes|on)$/i.test(text)) return { ok: true, value: true };
  if (/^(?:0|false|no|off)$/i.test(text)) return { ok: true, value: false };
  return { ok: false, problem: `${JSON.stringify(text)} is neither true nor false` };
}
