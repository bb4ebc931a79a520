import { globSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PeerClient } from '../peer-client.ts';
import type { PeerPlaces } from '../peer-places.ts';
import { isReady, layPythonEnvironment, markReady, missingFrom } from '../python-environment.ts';
import { runCommand } from '../run-command.ts';
import { offline } from './offline.ts';
import { readVllmResult, vllmServeArguments } from './vllm-serve-arguments.ts';

const version = '0.32.0';
const home = (places: PeerPlaces): string => join(places.folder, `vllm-rs-${version}`);
const member = 'vllm/vllm-rs';
const extract = `import glob, sys, zipfile
zipfile.ZipFile(glob.glob(sys.argv[1] + "/vllm-*.whl")[0]).extract("${member}", sys.argv[1])`;

/** `vllm-rs bench serve`: a binary inside the wheel for GPUs, which the wheel for CPUs lacks. Only it is kept. */
export const vllmRust: PeerClient = {
  name: 'vllm-rust',
  title: `vLLM bench ${version} (Rust)`,
  shortStreamRequests: 10_000,
  install: async (places) => {
    const folder = home(places);
    if (isReady(join(folder, 'vllm'))) return;
    await layPythonEnvironment(places, {
      name: `vllm-rs-${version}`,
      python: '3.11',
      packages: [],
      withPip: true,
    });
    const python = join(folder, 'bin/python');
    const wheel = ['--no-deps', '--only-binary', ':all:', '--dest', folder, `vllm==${version}`];
    await runCommand({ program: python, arguments: ['-m', 'pip', 'download', '--quiet', ...wheel] });
    await runCommand({ program: python, arguments: ['-c', extract, folder] });
    await chmod(join(folder, member), 0o755);
    for (const wheelFile of globSync('vllm-*.whl', { cwd: folder })) await rm(join(folder, wheelFile));
    await markReady(join(folder, 'vllm'));
  },
  missing: (places) => missingFrom(join(home(places), 'vllm')),
  command: async (run) => ({
    program: join(home(run.places), member),
    arguments: ['bench', 'serve', ...vllmServeArguments(run)],
    environment: offline,
  }),
  read: readVllmResult,
};
