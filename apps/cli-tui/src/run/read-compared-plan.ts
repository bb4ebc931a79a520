import { readFile } from 'node:fs/promises';
import { type Plan, parsePlan, usageError } from '@kneepoint/core';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { planWithSettings } from './plan-with-settings.ts';

/** The plan of a comparison with what flags, environment and config say of it, and its text as an agent gets it. */
export async function readComparedPlan(
  path: string,
  flags: CompareFlags,
): Promise<{ readonly plan: Plan; readonly text: string }> {
  const written = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(
      'plan-unreadable',
      `the plan ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'give the path of a YAML plan',
    );
  });
  const text = planWithSettings(written, path, flags);
  return { plan: parsePlan(text, path), text };
}
