import type { ResultDeployment } from '@kneepoint/core';
import { z } from 'zod';

/** A deployment's own description, as far as a result tells it. */
const factsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('docker'),
    image: z.object({ reference: z.string(), digest: z.string().nullable(), id: z.string() }),
    command: z.array(z.string()),
    pid: z.number().int().positive().nullable(),
  }),
  z.object({
    kind: z.literal('process'),
    command: z.array(z.string()),
    workingDirectory: z.string(),
    pid: z.number().int().positive(),
  }),
]);
export type DeploymentFacts = z.infer<typeof factsSchema>;

/** Reads what a deployment says of itself; `null` for a server that nobody started here. */
export function deploymentFacts(facts: object): DeploymentFacts | null {
  return factsSchema.safeParse(facts).data ?? null;
}

/** What a reader needs to repeat a deployment. A home folder is written as `~`: whose it is concerns nobody. */
export function describeDeployment(facts: object, homeFolder: string): ResultDeployment | null {
  const read = deploymentFacts(facts);
  if (read === null) return null;
  const command = read.command.map((word) => withoutHome(word, homeFolder));
  return read.kind === 'docker'
    ? { kind: 'docker', image: read.image, command }
    : { kind: 'process', command };
}

const withoutHome = (word: string, homeFolder: string): string =>
  homeFolder.length > 1 ? word.replaceAll(`${homeFolder}/`, '~/') : word;
