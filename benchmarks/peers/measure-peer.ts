import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadServer } from './load-server.ts';
import { deadlineSeconds, runMeasured, type TreeUsage } from './measured-run.ts';
import type { PeerClient } from './peer-client.ts';
import type { PeerLoad } from './peer-load.ts';
import { judgePeer, type PeerOutcome } from './peer-outcome.ts';
import type { PeerPlaces } from './peer-places.ts';

/** Runs one client for one load and judges it. With `keep` the folder of the run stays, and is named on standard error. */
export async function measurePeer(
  client: PeerClient,
  load: PeerLoad,
  {
    server,
    places,
    keep,
  }: { readonly server: LoadServer; readonly places: PeerPlaces; readonly keep: boolean },
): Promise<PeerOutcome> {
  const missing = client.missing(places);
  if (missing !== null) return { kind: 'failed', reason: missing };
  const folder = await mkdtemp(join(tmpdir(), `kneepoint-peer-${client.name}-`));
  try {
    await server.reset();
    const command = await client.command({ load, url: server.url, folder, places });
    const usage = await runMeasured(command, folder);
    return await judge(client, load, { server, folder, usage });
  } catch (error) {
    return { kind: 'failed', reason: message(error) };
  } finally {
    if (keep) console.error(`  kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

type Finished = { readonly server: LoadServer; readonly folder: string; readonly usage: TreeUsage };

async function judge(
  client: PeerClient,
  load: PeerLoad,
  { server, folder, usage }: Finished,
): Promise<PeerOutcome> {
  if (usage.timedOut) return { kind: 'failed', reason: `not done after ${deadlineSeconds} s` };
  const truth = await server.truth();
  const ended = `exit code ${usage.exitCode}: ${await lastWords(folder)}`;
  if (truth === null) return { kind: 'failed', reason: `it sent no request; ${ended}` };
  try {
    const reading = await client.read(folder);
    return { kind: 'measured', ...judgePeer({ load, usage, truth, reading }) };
  } catch (error) {
    return { kind: 'failed', reason: `its result cannot be read (${message(error)}); ${ended}` };
  }
}

/** The last line of the error output, else of the output, that says something. */
async function lastWords(folder: string): Promise<string> {
  for (const name of ['stderr.txt', 'stdout.txt']) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').map((line) => line.trim());
    const last = lines.findLast((line) => line !== '');
    if (last !== undefined) return tidy(last);
  }
  return 'no output';
}

const longest = 200;

/** One short line without the folders of this machine, fit for a page that others read. */
export function tidy(text: string): string {
  return text
    .replaceAll(/(?<![\w.:/])\/[^\s'",:;)]+/g, '(a path)')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longest);
}

const message = (error: unknown): string => tidy(error instanceof Error ? error.message : String(error));
