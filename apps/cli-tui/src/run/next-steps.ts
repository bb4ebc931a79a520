import { displayWidth } from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { wordsOf } from '../words/words-of.ts';

/** A command, or the path of a file, and what it is good for. */
export type NextStep = { readonly command: string; readonly what: string };

/**
 * What a person can do next, at the end of what a command says: on a terminal alone, as it is no part of a result, and
 * other programs know what they want.
 *
 *     What you can do next:
 *       kneepoint report out.json   write a document of it, as Markdown and HTML
 */
export function sayNextSteps(steps: readonly NextStep[], { stderr, language }: CommandContext): void {
  if (stderr.isTTY !== true || steps.length === 0) return;
  const columns = stderr.columns ?? 80;
  const widest = Math.max(...steps.map(({ command }) => displayWidth(command)));
  const rest = Math.max(...steps.map(({ what }) => displayWidth(what)));
  // Beside each other where both fit, else below: a command is not broken.
  const beside = 2 + widest + 2 + rest <= columns;
  const lines = steps.map(({ command, what }) =>
    beside
      ? `  ${command}${' '.repeat(widest - displayWidth(command))}  ${what}\n`
      : `  ${command}\n      ${what}\n`,
  );
  stderr.write(terminalText(`\n${wordsOf(language).run.next}\n${lines.join('')}`));
}
