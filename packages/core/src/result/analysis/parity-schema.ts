import { z } from 'zod';
import { severities } from './finding-schema.ts';

/** What can differ between targets so that one of them has a better chance. */
export const parityCodes = [
  'model',
  'model-revision',
  'engine-version',
  'image',
  'dtype',
  'quantization',
  'kv-cache-type',
  'attention-backend',
  'cuda-graphs',
  'prefix-cache',
  'speculative-decoding',
  'sampling',
  'parallelism',
  'max-model-length',
  'memory-fraction',
  'max-running-requests',
  'prompts',
  'input-length',
  'output-length',
  'order',
  'server-shared',
] as const;
export type ParityCode = (typeof parityCodes)[number];

/** A target's side: `known` was set or reported, `default` is the engine's own choice, whose value may be known too. */
export const paritySideSchema = z.strictObject({
  target: z.string(),
  /** As the engine writes it; `on` and `off` for switches, a mean in tokens for lengths. */
  value: z.string().nullable(),
  /** Whether the value was set or reported, is the engine's default, or is not known at all. */
  state: z.enum(['known', 'default', 'unknown']),
});
export type ParitySide = z.infer<typeof paritySideSchema>;

/** A difference between targets that could favour one side: what, each side's value, and whom it favours (`null`: not known). */
export const parityDifferenceSchema = z.strictObject({
  code: z.enum(parityCodes),
  severity: z.enum(severities),
  values: z.array(paritySideSchema),
  favours: z.string().nullable(),
});
export type ParityDifference = z.infer<typeof parityDifferenceSchema>;
