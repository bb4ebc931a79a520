import { z } from 'zod';
import { micros } from '../../units/units.ts';
import { durationField } from '../plan-fields.ts';
import { argumentsField } from './argument-list.ts';
import { byteSizeField } from './byte-size.ts';
import { environmentField } from './environment-field.ts';
import { gpusField } from './gpu-request.ts';
import { healthCheckSchema } from './health-check.ts';
import { portsField } from './port-mappings.ts';
import { volumesField } from './volume-mounts.ts';

const imageForm =
  /^(?:[\w.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** The time between asking a server to stop and ending it, where the plan does not say. */
export const defaultStopTimeout = micros(30_000_000);

/** A server in a container. */
export const dockerDeploymentSchema = z
  .strictObject({
    image: z
      .string()
      .regex(imageForm, { error: 'must be the name of an image, such as vllm/vllm-openai:v0.11.0' }),
    gpus: gpusField.default({ kind: 'none' }),
    ports: portsField.default([]),
    ipc: z.enum(['host', 'private', 'shareable']).optional(),
    /** Shared memory in bytes. */
    shmSize: byteSizeField.optional(),
    args: argumentsField.default([]),
    entrypoint: z.array(z.string()).min(1).optional(),
    env: environmentField.default([]),
    volumes: volumesField.default([]),
    network: z.literal('host').optional(),
    healthcheck: healthCheckSchema.optional(),
    /** When the image is fetched. */
    pull: z.enum(['missing', 'always', 'never']).default('missing'),
    /** How long the server may take to stop before it is killed, in microseconds. */
    stopTimeout: durationField.default(defaultStopTimeout),
  })
  .superRefine((docker, context) => {
    if (context.issues.length > 0) return;
    const problem = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (docker.network === 'host' && docker.ports.length > 0)
      problem(
        'ports',
        'with network: host the ports of the container are the ports of the host; leave this out',
      );
    if (docker.network === undefined && docker.ports.length === 0)
      problem(
        'ports',
        'is missing: without ports, such as { 8001: 8000 }, or network: host nothing reaches the server',
      );
    if (docker.ipc === 'host' && docker.shmSize !== undefined)
      problem('shmSize', 'with ipc: host the shared memory of the host is used; leave one of the two out');
  });

/** A checked one. */
export type DockerDeployment = z.infer<typeof dockerDeploymentSchema>;
