import { z } from 'zod';
import { micros } from '../units/units.ts';
import type { DeploymentPlan } from './deployments/deployment-plan.ts';
import type { GpuRequest } from './deployments/gpu-request.ts';

const microsField = z.number().nonnegative().transform(micros);
const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('environment'), name: z.string() }),
]);
const variables = z.array(z.object({ name: z.string(), value }));
const gpus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('devices'), ids: z.array(z.string()) }),
]) satisfies z.ZodType<GpuRequest>;

const dockerSchema = z.object({
  image: z.string(),
  gpus,
  ports: z.array(z.object({ address: z.string(), host: z.number(), container: z.number() })),
  ipc: z.enum(['host', 'private', 'shareable']).optional(),
  shmSize: z.number().optional(),
  args: z.array(value),
  entrypoint: z.array(z.string()).optional(),
  env: variables,
  volumes: z.array(z.object({ host: z.string(), container: z.string(), readOnly: z.boolean() })),
  network: z.literal('host').optional(),
  healthcheck: z
    .object({
      command: z.array(z.string()),
      interval: microsField.optional(),
      timeout: microsField.optional(),
      startPeriod: microsField.optional(),
      retries: z.number().optional(),
    })
    .optional(),
  pull: z.enum(['missing', 'always', 'never']),
  stopTimeout: microsField,
});

const processSchema = z.object({
  command: z.array(value),
  env: variables,
  workingDirectory: z.string().optional(),
  stopTimeout: microsField,
});

const ready = z.object({ timeout: microsField, path: z.string().optional() });

const planSchema = z.object({
  targets: z.array(
    z.object({
      name: z.string(),
      deploy: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('docker'), docker: dockerSchema, ready }),
          z.object({ kind: z.literal('process'), process: processSchema, ready }),
        ])
        .optional(),
    }),
  ),
});

/**
 * How a target was to be started, from a plan as a result keeps it (checked, durations in microseconds); `null` where the
 * plan says nothing of it, or is none.
 */
export function storedDeployment(plan: unknown, target: string): DeploymentPlan | null {
  const read = planSchema.safeParse(plan);
  if (!read.success) return null;
  return read.data.targets.find(({ name }) => name === target)?.deploy ?? null;
}
