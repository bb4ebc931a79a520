import { readFileSync } from 'node:fs';
import { checkDocument } from '@kneepoint/core';
import { z } from 'zod';
import { type PlanValue, planKeys } from './plan-values.ts';

const anything = z.record(z.string(), z.unknown());

/** What a plan file itself says of the keys that flags set, too; nothing of a file that cannot be read. */
export function readPlanValues(path: string): readonly PlanValue[] {
  const document = checkDocument(textOf(path), anything, 'the plan');
  if (!document.ok) return [];
  return Object.entries(planKeys).flatMap(([key, words]): readonly PlanValue[] => {
    const found = words.reduce<unknown>(
      (value, word) => anything.safeParse(value).data?.[word],
      document.value,
    );
    if (found === undefined || found === null) return [];
    const value = (Array.isArray(found) ? found : [found]).map(String).join(',');
    return [{ key, value, source: { kind: 'plan', path, line: document.lineOf(words) } }];
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The command that reads the plan says what is wrong with it.
    return '';
  }
}
