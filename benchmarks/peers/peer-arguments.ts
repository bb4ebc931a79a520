import { parseArgs } from 'node:util';
import type { PeerClient } from './peer-client.ts';
import { type PeerLoad, peerLoads } from './peer-load.ts';

/** What the command line asks for. */
export type PeerArguments = {
  readonly install: boolean;
  readonly keep: boolean;
  readonly clients: readonly PeerClient[];
  readonly loads: readonly PeerLoad[];
  /** Whether this is every client and every load, whose table is worth keeping. */
  readonly whole: boolean;
};

/** Reads the flags; throws with the known names when one is not known. */
export function parsePeerArguments(texts: readonly string[], known: readonly PeerClient[]): PeerArguments {
  const { values } = parseArgs({
    args: [...texts],
    options: {
      install: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      clients: { type: 'string' },
      loads: { type: 'string' },
    },
  });
  return {
    install: values.install,
    keep: values.keep,
    clients: choose('client', known, values.clients),
    loads: choose('load', peerLoads, values.loads),
    whole: values.clients === undefined && values.loads === undefined,
  };
}

function choose<Named extends { readonly name: string }>(
  kind: string,
  all: readonly Named[],
  list: string | undefined,
): readonly Named[] {
  if (list === undefined) return all;
  const wanted = list.split(',').map((text) => text.trim());
  const names = all.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`unknown ${kind} "${unknown.join(', ')}"; known: ${names.join(', ')}`);
  }
  return all.filter(({ name }) => wanted.includes(name));
}
