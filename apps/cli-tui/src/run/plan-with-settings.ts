import { type PlanChange, parsePlan, planTextWith } from '@kneepoint/core';
import { isPlanKey, type PlanSettings, planKeys } from '../config/plan-values.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { duration, positiveWhole } from '../flags/parse-flags.ts';

/** Keys of which a plan takes a list. */
const lists: readonly string[] = ['language', 'format'];

/**
 * The text of a plan with what flags and environment say instead of it, and with what a config says of that which the plan
 * leaves open. The text, so that an agent gets the same plan; a plan for which nothing is said stays as it is written.
 * Throws what is wrong with the plan itself, at its own lines.
 */
export function planWithSettings(text: string, path: string, flags: CompareFlags): string {
  const changes = [...changesOf(flags, 'always'), ...changesOf(flags.beneathPlan ?? {}, 'missing')];
  if (changes.length === 0) return text;
  parsePlan(text, path);
  return planTextWith(text, changes);
}

function changesOf(settings: PlanSettings, where: PlanChange['where']): readonly PlanChange[] {
  return Object.entries(planKeys).flatMap(([key, words]): readonly PlanChange[] => {
    const text = isPlanKey(key) ? settings[key] : undefined;
    return text === undefined ? [] : [{ path: words, value: writtenValue(key, text), where }];
  });
}

/** Checked as a flag, so that a slip is told as one. */
function writtenValue(key: string, text: string): string | number | readonly string[] {
  if (lists.includes(key)) return text.split(',').map((part) => part.trim());
  if (key === 'timeout') duration('--timeout', text);
  if (key === 'repeats' || (key === 'workers' && text !== 'auto')) return positiveWhole(`--${key}`, text);
  return text;
}
