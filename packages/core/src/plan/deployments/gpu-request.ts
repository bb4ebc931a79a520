import { z } from 'zod';
import { parsed, refused } from '../parsed.ts';
import { writtenField } from '../written-field.ts';

/** The GPUs that a container gets. */
export type GpuRequest =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'devices'; readonly ids: readonly string[] };

const idForm = /^(?:\d+|(?:GPU|MIG)-[\w-]+)$/;

/** `all`, `none`, or a list of device numbers or identifiers. */
export const gpusField = writtenField<GpuRequest>({
  expected: 'all, none or a list of GPUs, such as [0, 1]',
  text: (text) =>
    text === 'all' || text === 'none'
      ? parsed({ kind: text })
      : refused(`must be all, none or a list of GPUs, such as [0, 1], not "${text}"`),
  list: z
    .array(
      z
        .union([z.number().int().nonnegative(), z.string()], {
          error: 'must be the number or the identifier of a GPU',
        })
        .transform(String)
        .refine((id) => idForm.test(id), { error: 'must be the number or the identifier of a GPU' }),
    )
    .min(1)
    .transform((ids): GpuRequest => ({ kind: 'devices', ids })),
});
