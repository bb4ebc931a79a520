import { execFile, spawn } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the image keeps what tests start. */
export const imagePaths = {
  node: '/bin/node',
  server: '/server.mjs',
  simulator: '/simulator/src/serve.ts',
} as const;

const sources = {
  server: new URL('../../../packages/runner-agent/src/deployments/__fixtures__/server.mjs', import.meta.url),
  simulator: new URL('../../../packages/sim-server/', import.meta.url),
};

/** Imports an image with this Node, the libraries that it needs, the simulated server and the small test server. */
export async function importNodeImage(socketPath: string, repository: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-image-'));
  try {
    await fillRoot(folder);
    const tar = spawn('tar', ['-C', folder, '-c', '.'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const { status, answer } = await post(socketPath, repository, tar.stdout);
    if (status !== 200 || answer.includes('"error"'))
      throw new Error(`the image was not imported: ${answer}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function post(
  socketPath: string,
  repository: string,
  tar: NodeJS.ReadableStream,
): Promise<{ readonly status: number; readonly answer: string }> {
  const query = new URLSearchParams({ fromSrc: '-', repo: repository, tag: 'latest' });
  const headers = { 'content-type': 'application/x-tar', host: 'docker' };
  return new Promise((settle, fail) => {
    const sent = request(
      { socketPath, path: `/images/create?${query}`, method: 'POST', headers },
      (reply) => {
        text(reply).then((answer) => settle({ status: reply.statusCode ?? 0, answer }), fail);
      },
    );
    sent.once('error', fail);
    tar.pipe(sent);
  });
}

async function fillRoot(folder: string): Promise<void> {
  const place = (path: string): string => join(folder, path);
  await mkdir(place('bin'));
  await mkdir(place('tmp'));
  await copyFile(process.execPath, place(imagePaths.node));
  const { stdout } = await run('ldd', [process.execPath]);
  for (const [, library] of stdout.matchAll(/(\/\S+)\s+\(0x/g)) {
    if (library === undefined) continue;
    await mkdir(place(dirname(library)), { recursive: true });
    await copyFile(library, place(join(dirname(library), basename(library))));
  }
  await copyFile(fileURLToPath(sources.server), place(imagePaths.server));
  const simulator = fileURLToPath(sources.simulator);
  await cp(join(simulator, 'src'), place('simulator/src'), { recursive: true });
  await copyFile(join(simulator, 'package.json'), place('simulator/package.json'));
}
