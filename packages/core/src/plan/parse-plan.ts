import { usageError } from '../errors/kneepoint-error.ts';
import { checkDocument } from './checked-document.ts';
import { type Plan, planSchema } from './plan-schema.ts';

/**
 * Parses and checks a plan in YAML (JSON is YAML too). `sourceName` is the file's name as it is to stand in messages.
 * Throws one usage error (exit code 2) that lists every problem, each as `FILE:LINE: path: what is wrong`.
 */
export function parsePlan(text: string, sourceName: string): Plan {
  const checked = checkDocument(text, planSchema, 'the plan');
  if (checked.ok) return checked.value;
  const listed = checked.problems.map((problem) => `${sourceName}:${problem.line}: ${problem.text}`);
  throw usageError('plan-invalid', listed.join('\n'), 'correct the plan; nothing was measured');
}
