import { micros } from '../units/units.ts';
import { durationProblem, parseDuration } from './parse-duration.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import type { WarmupLimit } from './planned-stage.ts';
import { writtenField } from './written-field.ts';

/** A warm-up that does not become steady ends after this time. */
const steadyMicros = micros(60_000_000);
const forms = 'a number of requests, a time such as "5s", "steady" or "steady:30s"';

/** A warm-up as `--warmup` takes it: `20`, `5s`, `steady` (60s at most), `steady:30s`. */
export function parseWarmup(text: string): Parsed<WarmupLimit> {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return countWarmup(Number(trimmed));
  const [, isSteady, limit] = /^(steady)(?::(.*))?$/.exec(trimmed) ?? [];
  if (isSteady !== undefined && limit === undefined) return parsed({ kind: 'steady', micros: steadyMicros });
  const time = limit ?? trimmed;
  const problem = durationProblem(time);
  if (problem !== null) return refused(isSteady === undefined ? `"${text}" is not ${forms}` : problem);
  const length = parseDuration(time);
  if (isSteady !== undefined && length <= 0) return refused(`"${text}" leaves no time to become steady`);
  return parsed({ kind: isSteady === undefined ? 'duration' : 'steady', micros: length });
}

function countWarmup(count: number): Parsed<WarmupLimit> {
  return Number.isSafeInteger(count) && count >= 0
    ? parsed({ kind: 'requests', count })
    : refused(`must be ${forms}, not ${count}`);
}

/** A warm-up of a plan. */
export const warmupField = writtenField<WarmupLimit>({
  expected: forms,
  number: countWarmup,
  text: parseWarmup,
});
