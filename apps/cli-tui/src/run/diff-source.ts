import { existsSync } from 'node:fs';
import { type Result, readResultFile, usageError } from '@kneepoint/core';
import { defaultStorePath, openResultsStore, type ResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';

const latestPattern = /^latest(?:~(\d+))?$/;

/**
 * The result that a word of `diff` names: `latest` or `latest~N` of the history, a file, or the id of a stored run or its
 * beginning. Throws a usage error that says what was looked for.
 */
export async function diffSource(
  word: string,
  name: string | undefined,
  context: CommandContext,
): Promise<Result> {
  const latest = latestPattern.exec(word);
  if (latest !== null) return nthLatest(Number(latest[1] ?? 0), name, context);
  if (existsSync(word) || /[/\\]|\.json$/.test(word)) return readResultFile(word);
  const run = withStore(context, (store) => store.get(word));
  if (run !== null) return run.result;
  throw usageError(
    'run-unknown',
    `"${word}" is neither a file nor the beginning of a stored run's id`,
    'give a result file, an id from kneepoint history, or latest',
  );
}

function nthLatest(back: number, name: string | undefined, context: CommandContext): Result {
  return withStore(context, (store) => {
    const runs = store.list().filter((run) => name === undefined || run.name === name);
    const run = runs[back];
    const found = run === undefined ? null : store.get(run.id);
    if (found !== null) return found.result;
    const named = name === undefined ? '' : ` named "${name}"`;
    throw usageError(
      'run-unknown',
      `there ${runs.length === 1 ? 'is 1 stored run' : `are ${runs.length} stored runs`}${named}, so there is no latest${back === 0 ? '' : `~${back}`}`,
      'list them with: kneepoint history',
    );
  });
}

function withStore<Value>(context: CommandContext, use: (store: ResultsStore) => Value): Value {
  const store = openResultsStore(defaultStorePath(context.environment, context.homeDirectory));
  try {
    return use(store);
  } finally {
    store.close();
  }
}
