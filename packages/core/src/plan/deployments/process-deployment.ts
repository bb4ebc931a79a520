import { z } from 'zod';
import { durationField } from '../plan-fields.ts';
import { argumentsField } from './argument-list.ts';
import { defaultStopTimeout } from './docker-deployment.ts';
import { environmentField } from './environment-field.ts';

/** A server that is started as a process of the host. */
export const processDeploymentSchema = z.strictObject({
  /** The program and its arguments, one by one; no shell reads them. */
  command: argumentsField.min(1).refine(([program]) => program?.kind === 'text' && program.text !== '', {
    path: [0],
    error: 'must name the program to start',
  }),
  env: environmentField.default([]),
  /** Where the process starts; `~` is the home directory. */
  workingDirectory: z.string().min(1).optional(),
  /** How long the server may take to stop before it is killed, in microseconds. */
  stopTimeout: durationField.default(defaultStopTimeout),
});

/** A checked one. */
export type ProcessDeployment = z.infer<typeof processDeploymentSchema>;
