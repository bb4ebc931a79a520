import { z } from 'zod';
import type { Environment } from '../resolved-values.ts';
import { createDockerClient } from './docker-client.ts';
import { dockerSocketPath } from './docker-endpoint.ts';

const listSchema = z.array(
  z.object({ Ports: z.array(z.object({ PublicPort: z.number().int().positive().optional() })).nullish() }),
);

/** The ports of this host that running containers publish, lowest first; none where there is no Docker Engine. */
export async function publishedPorts(environment: Environment): Promise<readonly number[]> {
  const socket = dockerSocketPath(environment);
  if (!socket.ok) return [];
  const client = createDockerClient(socket.value);
  try {
    const answer = await client.call({
      method: 'GET',
      path: '/containers/json',
      signal: AbortSignal.timeout(2_000),
    });
    const listed = answer.ok ? listSchema.safeParse(answer.value.body) : null;
    const ports = (listed?.data ?? []).flatMap(({ Ports }) => Ports ?? []);
    return [...new Set(ports.flatMap(({ PublicPort }) => PublicPort ?? []))].sort(
      (one, other) => one - other,
    );
  } finally {
    await client.close();
  }
}
