import type { Result, Stage } from '@kneepoint/core';
import {
  renderStageTable,
  summarySentences,
  trustReasonText,
  trustVerdictText,
  wrapToWidth,
} from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';
import { terminalText } from '../screen/terminal-text.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';

/** Off a terminal nothing is cut or wrapped: a file has no width. */
const unboundedColumns = 1000;
const errorsShown = 3;
const sampleLength = 160;

/** The answer in sentences, then the table, then what is wrong with a stage; or the whole result as JSON. */
export function printResult(result: Result, json: boolean, context: CommandContext): void {
  const { stdout, language } = context;
  if (json) {
    stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) : unboundedColumns;
  const wrapped = (text: string): string => wrapToWidth(text, columns).join('\n');
  const sentences = wrapped(summarySentences(result, language).join(' '));
  const colour = mayColour(stdout, context.environment);
  const table = renderStageTable(result, { columns, colour, language });
  const remarks = result.stages
    .flatMap((stage) => stageRemarks(stage, language))
    .map((text) => `${wrapped(text)}\n`);
  stdout.write(`${sentences}\n\n${table}${remarks.length === 0 ? '' : '\n'}${remarks.join('')}`);
}

/** What lowers a stage's trust, in one line, and what failed in it, a line each. */
function stageRemarks(stage: Stage, language: MessageLanguage): string[] {
  const { verdict, reasons } = stage.trust;
  const doubts =
    reasons.length === 0
      ? []
      : [
          `${trustVerdictText(verdict, language)}: ${reasons.map((reason) => reasonIn(reason, language)).join('; ')}`,
        ];
  const words = wordsOf(language).run;
  const errors = stage.errors.slice(0, errorsShown).map((error) => {
    const sample = error.sample.replace(/\s+/g, ' ').slice(0, sampleLength);
    return words.failed(error.count, error.class, error.detail, sample);
  });
  return [...doubts, ...errors].map((text) => terminalText(`${stage.id}: ${text}`));
}

/** English is what the result itself says. */
const reasonIn = (reason: Stage['trust']['reasons'][number], language: MessageLanguage): string =>
  language === 'en' ? reason.message : trustReasonText(reason, language);
