import { existsSync } from 'node:fs';
import { usageError, writeResultFile } from '@kneepoint/core';
import { cleanLine } from '@kneepoint/report';
import type { ResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';
import { storedRun, unknownRun, withStore } from './with-store.ts';

/** Forgets stored runs: all of them, or none where one of the ids is not known. Result files stay. */
export async function deleteHistory(
  ids: readonly string[],
  flags: { readonly quiet?: boolean },
  context: CommandContext,
): Promise<number> {
  const removed = withStore(context, (store) => {
    const whole = [...new Set(ids.map((id) => wholeId(store, id)))];
    return whole.filter((id) => store.remove(id));
  });
  if (flags.quiet !== true) for (const id of removed) context.stdout.write(`${cleanLine(id)}\n`);
  return 0;
}

/** A run whose document is damaged can be deleted by its whole id. */
function wholeId(store: ResultsStore, id: string): string {
  const listed = store.list({ search: id }).filter((run) => run.id === id || run.id.startsWith(id));
  if (listed.some((run) => run.id === id)) return id;
  const [only, ...more] = listed;
  if (only !== undefined && more.length === 0) return only.id;
  if (only === undefined) throw unknownRun(id);
  return storedRun(store, id).id;
}

/** Writes a stored run as a result file, `-` for stdout. A file that is there is not replaced unless asked. */
export async function exportHistory(
  { id, file }: { readonly id: string; readonly file: string },
  flags: { readonly force?: boolean },
  context: CommandContext,
): Promise<number> {
  const { result } = withStore(context, (store) => storedRun(store, id));
  if (file === '-') {
    context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return 0;
  }
  if (flags.force !== true && existsSync(file))
    throw usageError('file-exists', `${file} is there already`, 'choose another name, or give --force');
  await writeResultFile(file, result);
  return 0;
}
