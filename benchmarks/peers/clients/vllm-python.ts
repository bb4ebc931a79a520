import { join } from 'node:path';
import { layEngine } from '../lay-engine.ts';
import type { PeerClient } from '../peer-client.ts';
import { engineEnvironment, type PeerPlaces } from '../peer-places.ts';
import { missingFrom } from '../python-environment.ts';
import { offline } from './offline.ts';
import { readVllmResult, vllmServeArguments } from './vllm-serve-arguments.ts';

const version = '0.32.0';
const home = (places: PeerPlaces): string => engineEnvironment(places, `vllm-${version}`);

/** `vllm bench serve`, the Python client. */
export const vllmPython: PeerClient = {
  name: 'vllm',
  title: `vLLM bench ${version} (Python)`,
  shortStreamRequests: 3_000,
  install: (places) => layEngine(places, 'vllm', version),
  missing: (places) => missingFrom(home(places)),
  command: async (run) => ({
    program: join(home(run.places), 'bin/python'),
    arguments: ['-m', 'vllm.entrypoints.cli.main', 'bench', 'serve', ...vllmServeArguments(run)],
    environment: offline,
  }),
  read: readVllmResult,
};
