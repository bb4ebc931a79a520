import { join } from 'node:path';
import { layEngine } from '../lay-engine.ts';
import type { PeerClient } from '../peer-client.ts';
import { missingFrom } from '../python-environment.ts';
import { offline } from './offline.ts';
import { readSglangResult, sglangArguments, sglangHome, sglangVersion } from './sglang-arguments.ts';

/** SGLang's Rust client, a Python module around a compiled load generator. */
export const sglangRust: PeerClient = {
  name: 'sglang-rust',
  title: `SGLang bench ${sglangVersion} (Rust)`,
  shortStreamRequests: 10_000,
  install: (places) => layEngine(places, 'sglang', sglangVersion),
  missing: (places) => missingFrom(sglangHome(places)),
  command: async (run) => ({
    program: join(sglangHome(run.places), 'bin/python'),
    arguments: ['-m', 'sglang.benchmark.rust_client', ...sglangArguments(run)],
    environment: offline,
  }),
  read: readSglangResult,
};
