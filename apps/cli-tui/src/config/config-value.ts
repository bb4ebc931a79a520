import { readCount, readDuration } from '@kneepoint/core';
import type { SettableFlag } from './settable-flag.ts';
import type { FlagValue } from './setting.ts';

/** What a value of a config becomes on the command line: lists of a flag that takes `1,4,16` are joined by commas. */
export function flagValueOf({ form }: SettableFlag, value: unknown): FlagValue {
  if (typeof value === 'boolean') return value;
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  return form === 'list' ? texts : texts.join(',');
}

/** What is wrong with a value of a config, in words that follow its key; `null` where it may stand there. */
export function configValueProblem(flag: SettableFlag, value: unknown): string | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) return 'must not be an empty list';
  const wrong = items.find((item) => typeof item !== 'string' && typeof item !== 'number');
  if (wrong !== undefined || items.includes(undefined))
    return `must be a text, a number${flag.form === 'list' || flag.takes === 'list' ? ' or a list of them' : ''}, as ${flag.long} takes it`;
  if (Array.isArray(value) && flag.form !== 'list' && flag.takes !== 'list')
    return `must be one value, as ${flag.long} takes it, not a list`;
  const texts = items.map(String);
  const secret =
    flag.key === 'header'
      ? texts.find((text) => /^\s*(?:authorization|[\w-]*(?:key|token))\s*:/i.test(text))
      : undefined;
  if (secret !== undefined)
    return 'holds a secret, which does not stand in a config; write apiKeyEnv: NAME_OF_A_VARIABLE';
  return texts.map((text) => textProblem(flag, text)).find((problem) => problem !== null) ?? null;
}

function textProblem({ takes }: SettableFlag, text: string): string | null {
  if (takes === 'time') {
    const read = readDuration(text);
    if (!read.ok) return read.problem;
    return read.value > 0 ? null : `"${text}" is no time at all`;
  }
  if (takes !== 'count') return null;
  const read = readCount(text);
  if (!read.ok) return read.problem;
  return read.value >= 1 ? null : `"${text}" is not a whole number of at least 1`;
}
