import { cleanLine, displayWidth, fitToWidth, trustVerdictText } from '@kneepoint/report';
import type { StoredRun } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';
import { type HistoryFlags, historyQuery, isNarrowed } from '../flags/history-flags.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
import { printResult } from './print-result.ts';
import { storedRun, withStore } from './with-store.ts';

/** Lists stored runs, newest first. */
export async function listHistory(flags: HistoryFlags, context: CommandContext): Promise<number> {
  const query = historyQuery(flags, Date.now());
  const runs = withStore(context, (store) => store.list(query));
  if (flags.json === true) context.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
  else if (flags.quiet === true) context.stdout.write(runs.map(({ id }) => `${id}\n`).join(''));
  else if (runs.length === 0) context.stdout.write(`${noRuns(flags, context)}\n`);
  else context.stdout.write(historyTable(runs, context.language));
  return 0;
}

function noRuns(flags: HistoryFlags, { language }: CommandContext): string {
  const words = wordsOf(language);
  return isNarrowed(flags) ? words.browser.noMatch[0] : words.run.noRuns;
}

/** Prints one stored run as when it ended. */
export async function showHistory(
  id: string,
  flags: { readonly json: boolean },
  context: CommandContext,
): Promise<number> {
  const run = withStore(context, (store) => storedRun(store, id));
  printResult(run.result, flags.json, context);
  return 0;
}

function historyTable(runs: readonly StoredRun[], language: MessageLanguage): string {
  const words = wordsOf(language).run;
  const columns = words.historyColumns;
  const rows = [
    [columns.id, columns.when, columns.name, columns.targets, columns.stages, columns.best, columns.trust],
    ...runs.map((run) => [
      run.id,
      run.createdAt.slice(0, 16).replace('T', ' '),
      cleanLine(run.name),
      cleanLine(run.targets.join(', ')),
      String(run.stageCount),
      run.best === null ? '-' : words.bestAt(run.best.outputTokensPerSecond.toFixed(0), run.best.load),
      run.verdict === 'no-data' ? words.noData : trustVerdictText(run.verdict, language),
    ]),
  ];
  const widths =
    rows[0]?.map((_, column) =>
      Math.min(40, Math.max(...rows.map((row) => displayWidth(row[column] ?? '')))),
    ) ?? [];
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => fitToWidth(cell, widths[column] ?? 0, 'left'))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
