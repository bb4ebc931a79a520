import type { Result } from '@kneepoint/core';
import { type CommandContext, mayColour } from '../command-context.ts';
import { exitSentence, failedStage } from '../explain/exit-sentence.ts';
import { helpLines, knownLines } from '../explain/help-lines.ts';
import { helpOf } from '../explain/help-of.ts';
import { type HelpLine, helpText } from '../explain/help-text.ts';
import { knownProblemFor } from '../explain/known-problem.ts';
import { requestTrouble } from '../explain/request-trouble.ts';
import { wordsOf } from '../words/words-of.ts';

/**
 * Says on stderr why a run did not end well, and returns its exit code: what happened and, unless `--quiet` or `--json` is
 * given, where, what the server said, why probably, what to try, and the doctor's entry where one matches.
 */
export async function sayExit(result: Result, context: CommandContext): Promise<number> {
  const { exit } = result;
  if (exit === null || exit.code === 0) return 0;
  const { stderr, environment, language, words } = context;
  const isShort = words.includes('--quiet') || words.includes('--json');
  const lines = isShort ? [] : await failureLines(result, context);
  // With --quiet the sentence stands alone: in English it is the result's own, with the server's words in it.
  const sentence = isShort && language === 'en' ? exit.reason : exitSentence(result, language);
  const look = {
    labels: wordsOf(language).errors.labels,
    columns: stderr.isTTY === true ? (stderr.columns ?? 80) : null,
    colour: mayColour(stderr, environment),
  };
  stderr.write(helpText(sentence, lines, look));
  return exit.code;
}

/** Of the requests that failed most in the stage that the exit is about. */
async function failureLines(result: Result, { language }: CommandContext): Promise<readonly HelpLine[]> {
  const failed = failedStage(result);
  if (failed === null) return [];
  const { stage, error } = failed;
  const words = wordsOf(language).errors;
  const trouble = requestTrouble(error);
  const target = result.targets.find(({ name }) => name === stage.target) ?? null;
  const problem = await knownProblemFor({
    trouble,
    lines: [error.detail, error.sample],
    engine: target?.engine ?? null,
  });
  const help = trouble === null ? null : helpOf(trouble, words.help);
  const place = target === null || target.url === null ? stage.id : `${stage.id}, ${target.url}`;
  return [
    { label: 'where', text: place },
    ...(trouble === null || trouble.said === '' ? [] : [{ label: 'says', text: trouble.said } as const]),
    ...(help === null ? [] : helpLines(help)),
    ...(problem === null
      ? []
      : knownLines(problem, {
          labels: words.labels,
          language,
          url: target?.url ?? null,
          told: help?.commands ?? [],
        })),
  ];
}
