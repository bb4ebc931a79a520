import { z } from 'zod';
import type { ArrivalPlan } from '../arrival-plan.ts';
import { positiveCount } from '../plan-fields.ts';
import { traceFormats } from '../workload-file.ts';
import { writtenField } from '../written-field.ts';
import { rampBlock } from './ramp.ts';
import { stepsBlock } from './steps.ts';

const traceBlock = z.strictObject({
  kind: z.literal('trace'),
  /** Relative to the plan. */
  source: z.string().min(1),
  /** Told by the first line where it is not given. */
  format: z.enum(['auto', ...traceFormats]).default('auto'),
  timeScale: z.number().positive().default(1),
  skipBadLines: z.boolean().default(false),
});

const atOnceBlock = z.strictObject({ kind: z.literal('at-once'), count: positiveCount });

const block = z.discriminatedUnion('kind', [rampBlock, stepsBlock, traceBlock, atOnceBlock]);
/** Arrivals without one rate, as a plan writes them. */
export type ShapedArrivals = z.infer<typeof block>;

/** A ramp, steps, a trace, or requests at once, as a block of keys. */
export const shapedArrivalsField = writtenField<ShapedArrivals>({
  expected: 'a block with a kind: ramp, steps, trace or at-once',
  block,
});

/** The plan of arrivals: of a trace, what reading its file needs stays behind. */
export function shapedArrivals(written: ShapedArrivals): ArrivalPlan {
  if (written.kind !== 'trace') return written;
  const { kind, source, timeScale } = written;
  return { kind, source, timeScale };
}
