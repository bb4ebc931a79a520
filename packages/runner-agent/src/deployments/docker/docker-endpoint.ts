import { failure, type Outcome, worked } from '../outcome.ts';
import type { Environment } from '../resolved-values.ts';

const usualSocket = '/var/run/docker.sock';

/** The Unix socket of the Docker Engine, from DOCKER_HOST or where it usually is. */
export function dockerSocketPath(environment: Environment): Outcome<string> {
  const host = environment['DOCKER_HOST'] ?? '';
  if (host === '') return worked(usualSocket);
  const path = /^unix:\/\/(\/.+)$/.exec(host)?.[1];
  if (path !== undefined) return worked(path);
  return failure(
    'docker-host',
    `DOCKER_HOST is ${JSON.stringify(withoutPassword(host))}, but Kneepoint talks to the Docker Engine of its own host only, through a Unix socket`,
    'run kneepoint agent on the host of that engine, or set DOCKER_HOST to unix:///path/of/docker.sock',
  );
}

const withoutPassword = (host: string): string => host.replace(/\/\/[^/@]*@/, '//');
