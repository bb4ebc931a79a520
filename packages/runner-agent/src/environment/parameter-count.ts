import { join } from 'node:path';
import { z } from 'zod';
import { type Fact, known, unreadable } from './fact.ts';
import { type HostFiles, textOf } from './host-files.ts';

const tensorSchema = z.looseObject({ shape: z.array(z.number().int().nonnegative()) });
const headerSchema = z.record(z.string(), z.unknown());
const indexSchema = z.looseObject({
  metadata: z.looseObject({ total_parameters: z.number().int().positive().optional() }).optional(),
  weight_map: z.record(z.string(), z.string()).optional(),
});

/**
 * Counts a model's parameters by its weights: what the index of the files says, else the shapes of all tensors in their
 * headers. Weights that are quantized are packed, several to a stored number, so that their shapes count something else.
 */
export function readParameterCount(files: HostFiles, folder: string, quantized: boolean): Fact<number> {
  const index = parseAs(indexSchema, textOf(files, join(folder, 'model.safetensors.index.json')));
  const said = index?.metadata?.total_parameters;
  if (said !== undefined) return known(said, 'model.safetensors.index.json');
  if (quantized) return unreadable('quantized weights are packed, so their shapes do not count parameters');
  const names = index === null ? ['model.safetensors'] : [...new Set(Object.values(index.weight_map ?? {}))];
  let parameters = 0;
  for (const name of names.filter(isPlainName)) {
    const header = files.readWeightsHeader(join(folder, name));
    if (header.kind === 'unreadable') return unreadable(`the weights: ${header.reason}`, 'safetensors');
    const tensors = parseAs(headerSchema, header.text);
    if (tensors === null)
      return unreadable('the header of the weights is not of a known form', 'safetensors');
    for (const [tensor, told] of Object.entries(tensors)) {
      if (tensor !== '__metadata__') parameters += elementsOf(told);
    }
  }
  return parameters > 0
    ? known(parameters, 'shapes in the headers of the weights')
    : unreadable('there are no weights', 'safetensors');
}

/** The index is a file from elsewhere: a name in it must not lead out of the folder. */
const isPlainName = (name: string): boolean => /^[\w.-]+$/.test(name) && name !== '..';

function elementsOf(told: unknown): number {
  const shape = tensorSchema.safeParse(told).data?.shape;
  return shape === undefined ? 0 : shape.reduce((product, size) => product * size, 1);
}

function parseAs<Schema extends z.ZodType>(schema: Schema, text: string | null): z.infer<Schema> | null {
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
