import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeploymentRecord, DeploymentRecords } from '../deployment-record.ts';
import type { Orphan } from '../orphan.ts';
import { isAlive } from './process-identity.ts';
import { readBootId } from './process-table.ts';
import { endTree, findTree, type TreeRoots } from './process-tree.ts';

/** An agent that is gone cannot wait for a server any longer than this. */
const termMillis = 10_000;

type Abandoned = { readonly orphan: Orphan; readonly roots: TreeRoots };

/** Servers that run on without the agent that started them. One that was released on purpose is none. */
export async function findProcessOrphans(records: DeploymentRecords): Promise<readonly Orphan[]> {
  return (await findAbandoned(records)).map(({ orphan }) => orphan);
}

/** Ends them, and forgets what does not run any more. */
export async function removeProcessOrphans(records: DeploymentRecords): Promise<readonly Orphan[]> {
  const abandoned = await findAbandoned(records);
  await Promise.all(abandoned.map(({ roots }) => endTree(roots, termMillis)));
  const left = new Set((await findAbandoned(records)).map(({ orphan }) => orphan.deployment));
  for (const record of await ownerless(records)) {
    if (left.has(record.deployment)) continue;
    await records.remove(record.deployment);
    await rm(join(records.folder, `${record.deployment}.log`), { force: true });
  }
  return abandoned.map(({ orphan }) => orphan);
}

async function findAbandoned(records: DeploymentRecords): Promise<readonly Abandoned[]> {
  const found: Abandoned[] = [];
  for (const record of await ownerless(records)) {
    const roots = await rootsOf(record);
    const tree = await findTree(roots);
    if (tree.length === 0) continue;
    const { deployment, job } = record;
    const what = tree.map(({ pid }) => pid).join(', ');
    found.push({ orphan: { kind: 'process', deployment, job, what }, roots });
  }
  return found;
}

async function ownerless(records: DeploymentRecords): Promise<readonly DeploymentRecord[]> {
  const all = (await records.list()).filter(({ released }) => !released);
  const alive = await Promise.all(all.map(({ owner }) => isAlive(owner)));
  return all.filter((_, index) => alive[index] !== true);
}

/** After another boot the pid says nothing; the mark still does. */
async function rootsOf({ deployment, process }: DeploymentRecord): Promise<TreeRoots> {
  const leader = process?.bootId === (await readBootId()) ? process : null;
  return { deployment, leader };
}
