import { join } from 'node:path';
import { layEngine } from '../lay-engine.ts';
import type { PeerClient } from '../peer-client.ts';
import { missingFrom } from '../python-environment.ts';
import { offline } from './offline.ts';
import { readSglangResult, sglangArguments, sglangHome, sglangVersion } from './sglang-arguments.ts';

/** SGLang's `bench_serving`, the Python client. */
export const sglangPython: PeerClient = {
  name: 'sglang',
  title: `SGLang bench ${sglangVersion} (Python)`,
  shortStreamRequests: 3_000,
  install: (places) => layEngine(places, 'sglang', sglangVersion),
  missing: (places) => missingFrom(sglangHome(places)),
  command: async (run) => ({
    program: join(sglangHome(run.places), 'bin/python'),
    arguments: ['-m', 'sglang.bench_serving', ...sglangArguments(run)],
    environment: offline,
  }),
  read: readSglangResult,
};
