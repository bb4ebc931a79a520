import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { enginesCacheFolder } from '../../tests/engines/harness/engines-cache.ts';
import type { PeerPlaces } from './peer-places.ts';
import { runCommand, tryCommand } from './run-command.ts';

/** uv, and what its environment needs so that it reaches the packages that pip reaches. */
export type Uv = { readonly program: string; readonly environment: Readonly<Record<string, string>> };

/** uv on the path or where the engine tests put it; else it is installed among the clients. */
export async function findUv({ folder }: PeerPlaces): Promise<Uv> {
  const own = join(folder, 'uv');
  const candidates = ['uv', join(enginesCacheFolder(), 'uv/bin/uv'), join(own, 'bin/uv')];
  const environment = await uvEnvironment(folder);
  for (const program of candidates) {
    if ((await tryCommand(program, '--version')) !== null) return { program, environment };
  }
  await runCommand({ program: 'python3', arguments: ['-m', 'venv', own] });
  await runCommand({ program: join(own, 'bin/pip'), arguments: ['install', '--quiet', 'uv'] });
  return { program: join(own, 'bin/uv'), environment };
}

/** uv does not read pip's settings, and a machine behind a mirror often has no others. */
async function uvEnvironment(folder: string): Promise<Record<string, string>> {
  const pip = async (name: string): Promise<string | null> =>
    (await tryCommand('python3', '-m', 'pip', 'config', 'get', `:env:.${name}`)) ??
    (await tryCommand('python3', '-m', 'pip', 'config', 'get', `global.${name}`));
  const index = await pip('index-url');
  const certificate = await pip('cert');
  return {
    // Hard links from the cache need one file system, so it lies beside the environments.
    UV_CACHE_DIR: join(folder, 'uv-cache'),
    UV_HTTP_TIMEOUT: '120',
    ...(index !== null && !process.env['UV_DEFAULT_INDEX'] ? { UV_DEFAULT_INDEX: index } : {}),
    ...(certificate !== null && existsSync(certificate) && !process.env['SSL_CERT_FILE']
      ? { SSL_CERT_FILE: certificate }
      : {}),
  };
}
