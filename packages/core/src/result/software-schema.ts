import { z } from 'zod';

const textOrNull = z.string().nullable();
const countOrNull = z.number().int().positive().nullable();

/** What a deployed server runs on: its Python, and the versions of the packages that decide what an engine does. */
export const softwareSchema = z.strictObject({
  python: textOrNull,
  packages: z.record(z.string(), z.string()),
  /** Why something is missing, by its name. */
  reasons: z.record(z.string(), z.string()),
});
export type Software = z.infer<typeof softwareSchema>;

/** A model's shape as its own files tell it. Counts have no unit. */
export const modelShapeSchema = z.strictObject({
  revision: textOrNull,
  architecture: textOrNull,
  /** Type of the weights as the model's author wrote it. */
  dtype: textOrNull,
  /** The method by which the weights are quantized, `none` where they are not. */
  quantization: textOrNull,
  layers: countOrNull,
  hiddenSize: countOrNull,
  heads: countOrNull,
  keyValueHeads: countOrNull,
  headSize: countOrNull,
  vocabulary: countOrNull,
  parameters: countOrNull,
  /** Why something is missing, by its name. */
  reasons: z.record(z.string(), z.string()),
});
export type ModelShape = z.infer<typeof modelShapeSchema>;
