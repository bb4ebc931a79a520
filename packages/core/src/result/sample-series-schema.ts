import { z } from 'zod';

/** What is sampled over a whole run: of a GPU, of a target's processes, or of the host that serves. */
export const seriesSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('device'),
    index: z.number().int().nonnegative(),
    quantity: z.enum(['memoryUsed', 'utilization', 'power', 'temperature', 'smClock']),
  }),
  z.strictObject({
    kind: z.literal('server-on-device'),
    index: z.number().int().nonnegative(),
    target: z.string(),
    quantity: z.literal('memoryUsed'),
  }),
  z.strictObject({
    kind: z.literal('server'),
    target: z.string(),
    quantity: z.enum(['residentMemory', 'busyCores']),
  }),
  z.strictObject({ kind: z.literal('host'), quantity: z.enum(['cpuShare', 'availableMemory']) }),
]);
export type SeriesSubject = z.infer<typeof seriesSubjectSchema>;

/**
 * One quantity over a run, in bounded length. Each point tells the samples of one stretch, which begins at `start` and is
 * `step` long, both in microseconds of the run's clock. A stretch without samples has no point: a chart leaves it open
 * and does not join its neighbours.
 */
export const sampleSeriesSchema = z.strictObject({
  subject: seriesSubjectSchema,
  unit: z.string(),
  step: z.number().positive(),
  points: z.array(
    z.strictObject({
      start: z.number().nonnegative(),
      mean: z.number(),
      min: z.number(),
      max: z.number(),
      samples: z.number().int().positive(),
    }),
  ),
});
export type RecordedSeries = z.infer<typeof sampleSeriesSchema>;
