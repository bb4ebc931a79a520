import type { CommandContext } from '../command-context.ts';
import { wordsOf } from '../words/words-of.ts';
import type { KeptRun } from './after-run.ts';

/** Where the result of a run is, in a line of its own; off a terminal with the command for a document. */
export function whereKept(
  { result, file, inHistory }: Pick<KeptRun, 'result' | 'file' | 'inHistory'>,
  { stderr, language }: CommandContext,
): string {
  const words = wordsOf(language).run;
  if (file !== null)
    return `\n${stderr.isTTY === true ? `${words.result} ${file}` : words.keptInFile(file)}\n`;
  return inHistory ? `\n${words.keptInHistory(result.id)}\n` : '';
}
