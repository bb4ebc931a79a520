import { z } from 'zod';
import { figureSchema } from './figure-schema.ts';
import { sampleGapSchema, sampleSpreadSchema } from './sample-spread-schema.ts';

/** Why a GPU's clocks were held below what they could be. */
export const throttleReasonNames = [
  'power-cap',
  'hardware-slowdown',
  'software-thermal',
  'hardware-thermal',
  'power-brake',
] as const;
export type ThrottleReason = (typeof throttleReasonNames)[number];

/**
 * Share of the samples (0 to 1) in which the clocks were held down, for any reason and by reason; `null` with a reason
 * where the GPU does not tell. A power cap is usual under full load; heat, a slowdown by the hardware or a power brake is not.
 */
export const throttledSchema = z.strictObject({
  share: z.number().min(0).max(1).nullable(),
  samples: z.number().int().nonnegative(),
  byReason: z.partialRecord(z.enum(throttleReasonNames), z.number().min(0).max(1)),
  reason: z.string().nullable(),
});
export type Throttled = z.infer<typeof throttledSchema>;

/** One GPU over a stage. Energy is in joules over the whole span: of its counter, else of the power samples; `derived`. */
export const gpuDeviceSchema = z.strictObject({
  index: z.number().int().nonnegative(),
  name: z.string().nullable(),
  utilization: sampleSpreadSchema,
  memoryUtilization: sampleSpreadSchema,
  memoryUsed: sampleSpreadSchema,
  power: sampleSpreadSchema,
  energy: figureSchema,
  temperature: sampleSpreadSchema,
  smClock: sampleSpreadSchema,
  memoryClock: sampleSpreadSchema,
  throttled: throttledSchema,
});
export type GpuDevice = z.infer<typeof gpuDeviceSchema>;

/**
 * The GPUs during a stage's span, on the run's clock: `stage.gpu`. `gaps` are the spans without a sample; figures are of
 * the samples alone, none is interpolated. `source` is `null`, and `reason` says why, where no GPU could be read.
 */
export const gpuViewSchema = z.strictObject({
  source: z.string().nullable(),
  start: z.number().nonnegative(),
  end: z.number().nonnegative(),
  rateHz: z.number().positive(),
  samples: z.number().int().nonnegative(),
  gaps: z.array(sampleGapSchema),
  devices: z.array(gpuDeviceSchema),
  /** Joules of all devices per output token of the same span. */
  energyPerOutputToken: figureSchema,
  reason: z.string().nullable(),
});
export type GpuView = z.infer<typeof gpuViewSchema>;
