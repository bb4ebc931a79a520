import { exitCodes, type Result } from '@kneepoint/core';
import { defaultStorePath, openResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';
import { wordsOf } from '../words/words-of.ts';
import type { NextStep } from './next-steps.ts';

/** What became of a run: its result, and where it is. */
export type KeptRun = {
  readonly result: Result;
  /** Its file; `null` where there is none. */
  readonly file: string | null;
  readonly inHistory: boolean;
  /** The report that was written already, the one that is opened first. */
  readonly report?: string;
};

/** What can be done with a run that has ended: its report, the history, the screens; help where nothing was measured. */
export function afterRun(run: KeptRun, context: CommandContext): readonly NextStep[] {
  const { language } = context;
  const words = wordsOf(language).run;
  const { result, file, inHistory, report } = run;
  const step = (command: string, what: string): NextStep => ({ command, what });
  const [target] = result.targets;
  if (!result.stages.some(({ counts }) => (counts?.completed ?? 0) > 0))
    return target?.url === undefined || target.url === null
      ? []
      : [step(`kneepoint doctor ${target.url}`, words.nextDoctor)];
  const documents =
    report === undefined
      ? file === null
        ? []
        : [step(`kneepoint report ${file}`, words.nextReport)]
      : [step(report, words.nextRead)];
  const kept = inHistory
    ? [
        step('kneepoint tui', words.nextBrowse),
        step(`kneepoint history show ${result.id}`, words.nextShow),
        ...(hasEarlierRun(result.name, context) ? [step(diffCommand(result.name), words.nextDiff)] : []),
      ]
    : [];
  return [...resumed(run, step, words.nextResume), ...documents, ...kept];
}

/** Only a run with a file goes on where it stopped. */
function resumed(
  { result, file }: KeptRun,
  step: (command: string, what: string) => NextStep,
  what: string,
): readonly NextStep[] {
  if (result.exit?.code !== exitCodes.interrupted || file === null) return [];
  return [step(`... --resume ${file}`, what)];
}

/** The newest two runs of that name. */
const diffCommand = (name: string): string =>
  `kneepoint diff latest~1 latest --name ${/^[\w./:-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`}`;

/** So many runs are looked through for an earlier one. */
const lookedThrough = 200;

/** A difference needs two runs of the same kind; those of one name are. */
function hasEarlierRun(name: string, { environment, homeDirectory }: CommandContext): boolean {
  try {
    const store = openResultsStore(defaultStorePath(environment, homeDirectory));
    try {
      return store.list({ limit: lookedThrough }).filter((run) => run.name === name).length > 1;
    } finally {
      store.close();
    }
  } catch {
    return false;
  }
}
