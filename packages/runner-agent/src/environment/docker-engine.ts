import { z } from 'zod';
import { type Fact, known, unreadable } from './fact.ts';
import type { JsonGetter } from './http-json.ts';

const source = 'Docker Engine API';
const versionSchema = z.looseObject({ Version: z.string(), ApiVersion: z.string().optional() });
const infoSchema = z.looseObject({
  Runtimes: z.record(z.string(), z.unknown()).nullish(),
  CgroupVersion: z.string().optional(),
  StorageDriver: z.string().optional(),
});

/** The container engine of a host. `runtimes` holds `nvidia` where NVIDIA's container toolkit is set up in the old way. */
export type DockerFacts = {
  readonly version: Fact<string>;
  readonly apiVersion: Fact<string>;
  readonly runtimes: Fact<readonly string[]>;
  readonly storageDriver: Fact<string>;
};

/** Where the engine listens: a socket of this host, or a TCP address. */
export type DockerAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly url: string }
  | { readonly kind: 'unsupported'; readonly reason: string };

/** Reads `DOCKER_HOST`; without it the engine's usual socket. */
export function dockerAddress(dockerHost: string | undefined): DockerAddress {
  if (dockerHost === undefined || dockerHost === '') return { kind: 'socket', path: '/var/run/docker.sock' };
  if (dockerHost.startsWith('unix://')) return { kind: 'socket', path: dockerHost.slice('unix://'.length) };
  if (dockerHost.startsWith('tcp://'))
    return { kind: 'tcp', url: `http://${dockerHost.slice('tcp://'.length)}` };
  const scheme = dockerHost.split('://', 1)[0] ?? '';
  return { kind: 'unsupported', reason: `DOCKER_HOST with ${scheme} is not supported` };
}

export async function readDocker(get: JsonGetter, address: DockerAddress): Promise<DockerFacts> {
  if (address.kind === 'unsupported') return unknownDocker(address.reason);
  const base = address.kind === 'socket' ? 'http://localhost' : address.url;
  const ask = (route: string) =>
    address.kind === 'socket' ? get(`${base}${route}`, address.path) : get(`${base}${route}`);
  const [versionAnswer, infoAnswer] = await Promise.all([ask('/version'), ask('/info')]);
  if (versionAnswer.kind === 'failed') return unknownDocker(versionAnswer.reason);
  const version = versionSchema.safeParse(versionAnswer.json).data;
  const info = infoAnswer.kind === 'answered' ? infoSchema.safeParse(infoAnswer.json).data : undefined;
  const fact = <Value>(value: Value | undefined): Fact<Value> =>
    value === undefined ? unreadable('the engine does not tell it', source) : known(value, source);
  return {
    version: fact(version?.Version),
    apiVersion: fact(version?.ApiVersion),
    runtimes: fact(info?.Runtimes ? Object.keys(info.Runtimes).sort() : undefined),
    storageDriver: fact(info?.StorageDriver),
  };
}

function unknownDocker(reason: string): DockerFacts {
  const unknown = unreadable(reason, source);
  return { version: unknown, apiVersion: unknown, runtimes: unknown, storageDriver: unknown };
}
