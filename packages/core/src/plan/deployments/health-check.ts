import { z } from 'zod';
import { lastingField, positiveCount } from '../plan-fields.ts';

/** What the container engine itself asks the server; Kneepoint's own wait does not depend on it. */
export const healthCheckSchema = z.strictObject({
  /** Run inside the container, argument by argument. */
  command: z.array(z.string()).min(1),
  interval: lastingField.optional(),
  timeout: lastingField.optional(),
  startPeriod: lastingField.optional(),
  retries: positiveCount.optional(),
});

/** A checked one: durations in microseconds. */
export type HealthCheck = z.infer<typeof healthCheckSchema>;
