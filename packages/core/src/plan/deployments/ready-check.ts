import { z } from 'zod';
import { micros } from '../../units/units.ts';
import { lastingField } from '../plan-fields.ts';

/** A download of weights and a compilation of kernels fit into this. */
const defaultTimeout = micros(900_000_000);

/** How a deployment shows that it can serve. */
export const readyCheckSchema = z.strictObject({
  /** Asked until it answers with 2xx; the engine's own route where it is not given. */
  path: z
    .string()
    .regex(/^\/[^\s#]*$/, { error: 'must be a path that starts with /, such as /health' })
    .optional(),
  /** The longest wait from the start on, in microseconds. */
  timeout: lastingField.default(defaultTimeout),
  /** A text that the answer has to contain. */
  body: z.string().min(1).optional(),
});

/** A checked one. */
export type ReadyCheck = z.infer<typeof readyCheckSchema>;

/** What counts where the plan says nothing. */
export const defaultReadyCheck: ReadyCheck = { timeout: defaultTimeout };
