import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peerClients } from './clients/peer-clients.ts';
import { hostQuiet } from './host-facts.ts';
import { layTokenizer } from './lay-tokenizer.ts';
import { bareServesAll, startLoadServer } from './load-server.ts';
import { measurePeer, tidy } from './measure-peer.ts';
import { type PeerArguments, parsePeerArguments } from './peer-arguments.ts';
import type { PeerClient } from './peer-client.ts';
import type { LoadName, PeerLoad } from './peer-load.ts';
import type { PeerOutcome } from './peer-outcome.ts';
import { peerPage } from './peer-page.ts';
import { findPeerPlaces, type PeerPlaces } from './peer-places.ts';
import { peerTable } from './peer-table.ts';

const page = fileURLToPath(new URL('../results/peers.md', import.meta.url));

/**
 * Measures Kneepoint and the clients that others use, side by side against the same server, and prints one table:
 * `run-peers.ts [--install] [--clients a,b] [--loads A,B,C,T] [--keep]`. A whole run also writes `results/peers.md`.
 */
async function runPeers(wanted: PeerArguments): Promise<void> {
  const places = findPeerPlaces();
  await mkdir(places.folder, { recursive: true });
  await layTokenizer(places);
  const broken = wanted.install ? await installAll(wanted.clients, places) : new Map<string, string>();
  const quiet = hostQuiet();
  const bare = await bareServesAll();
  const lines = wanted.clients.map((client) => ({ client, outcomes: new Map<LoadName, PeerOutcome>() }));
  for (const load of wanted.loads) {
    for (const { client, outcomes } of lines) {
      outcomes.set(load.name, await measureOne(client, load, { places, bare, keep: wanted.keep, broken }));
    }
  }
  const names = wanted.loads.map(({ name }) => name);
  const text = peerPage(peerTable(lines, names), { loads: wanted.loads, bare, quiet });
  console.log(text);
  if (!wanted.whole) return;
  await mkdir(dirname(page), { recursive: true });
  await writeFile(page, text);
}

/** Installs the clients; returns the reason by name for each that cannot be had. */
async function installAll(clients: readonly PeerClient[], places: PeerPlaces): Promise<Map<string, string>> {
  const broken = new Map<string, string>();
  for (const client of clients) {
    console.error(`installing ${client.title}`);
    try {
      await client.install(places);
    } catch (error) {
      broken.set(
        client.name,
        tidy(`it cannot be installed: ${error instanceof Error ? error.message : error}`),
      );
    }
  }
  return broken;
}

type Circumstances = {
  readonly places: PeerPlaces;
  readonly bare: boolean;
  readonly keep: boolean;
  readonly broken: ReadonlyMap<string, string>;
};

/** A server of its own for each run, so that no client meets what another one left. */
async function measureOne(
  client: PeerClient,
  load: PeerLoad,
  { places, bare, keep, broken }: Circumstances,
): Promise<PeerOutcome> {
  const reason = broken.get(client.name) ?? client.missing(places);
  if (reason !== null) return { kind: 'failed', reason };
  console.error(`${load.name}: ${client.title}`);
  const requests = load.name === 'T' ? client.shortStreamRequests : load.requests;
  const server = await startLoadServer(load, bare);
  try {
    return await measurePeer(client, { ...load, requests }, { server, places, keep });
  } finally {
    await server.stop();
  }
}

await runPeers(parsePeerArguments(process.argv.slice(2), peerClients));
