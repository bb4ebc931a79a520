import { z } from 'zod';
import { type DockerDeployment, dockerDeploymentSchema } from './docker-deployment.ts';
import { type ProcessDeployment, processDeploymentSchema } from './process-deployment.ts';
import { defaultReadyCheck, type ReadyCheck, readyCheckSchema } from './ready-check.ts';

/** How a target's server is started, and when it counts as started. */
export type DeploymentPlan =
  | { readonly kind: 'docker'; readonly docker: DockerDeployment; readonly ready: ReadyCheck }
  | { readonly kind: 'process'; readonly process: ProcessDeployment; readonly ready: ReadyCheck };

type Written = {
  readonly docker?: DockerDeployment | undefined;
  readonly process?: ProcessDeployment | undefined;
  readonly ready: ReadyCheck;
};

const kinds = ['docker', 'process'] as const;

/** The `deploy` of a target: `docker` or `process`, and `ready`. */
export const deploymentSchema = z
  .strictObject({
    docker: dockerDeploymentSchema.optional(),
    process: processDeploymentSchema.optional(),
    ready: readyCheckSchema.default(defaultReadyCheck),
  })
  .refine((written) => kinds.filter((kind) => isWritten(written, kind)).length === 1, {
    error: 'needs either docker or process, and only one of them',
    // Said whatever else is wrong, so that all problems come at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform(deploymentOf);

const isWritten = (written: unknown, kind: (typeof kinds)[number]): boolean =>
  typeof written === 'object' && written !== null && Reflect.get(written, kind) !== undefined;

function deploymentOf({ docker, process, ready }: Written): DeploymentPlan {
  if (docker !== undefined) return { kind: 'docker', docker, ready };
  if (process !== undefined) return { kind: 'process', process, ready };
  throw new Error('a deployment of no kind passed its check');
}
