import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { enginesCacheFolder } from '../../tests/engines/harness/engines-cache.ts';

/** Where the clients are. All of it lies outside the checkout. */
export type PeerPlaces = {
  /** Holds one environment for each client. */
  readonly folder: string;
  /** A folder that transformers and AIPerf take for a tokenizer. */
  readonly tokenizer: string;
};

/** `KNEEPOINT_PEERS_DIR`, else `kneepoint-peers` under `XDG_CACHE_HOME`, else under `~/.cache`. */
export function findPeerPlaces(environment: NodeJS.ProcessEnv = process.env): PeerPlaces {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = environment['KNEEPOINT_PEERS_DIR'] || join(cache, 'kneepoint-peers');
  return { folder, tokenizer: join(folder, 'qwen3-tokenizer') };
}

/** The environment of an engine that the engine tests installed, when it is whole; else its place among the clients. */
export function engineEnvironment(places: PeerPlaces, name: string): string {
  const installed = join(enginesCacheFolder(), name);
  return existsSync(join(installed, '.ready')) ? installed : join(places.folder, name);
}
