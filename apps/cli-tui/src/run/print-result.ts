import type { Result, Stage } from '@kneepoint/core';
import { renderStageTable, summarySentences } from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { wrapWords } from '../screen/wrap-words.ts';

/** Off a terminal nothing is cut or wrapped: a file has no width. */
const unboundedColumns = 1000;
const errorsShown = 3;
const sampleLength = 160;

/** The answer in sentences, then the table, then what is wrong with a stage; or the whole result as JSON. */
export function printResult(result: Result, json: boolean, context: CommandContext): void {
  const { stdout } = context;
  if (json) {
    stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) : unboundedColumns;
  const sentences = wrapWords(summarySentences(result, 'en').join(' '), columns);
  const table = renderStageTable(result, { columns, colour: mayColour(stdout, context.environment) });
  const remarks = result.stages.flatMap(stageRemarks).map((text) => `${wrapWords(text, columns)}\n`);
  stdout.write(`${sentences}\n\n${table}${remarks.length === 0 ? '' : '\n'}${remarks.join('')}`);
}

/** What lowers a stage's trust, in one line, and what failed in it, a line each. */
function stageRemarks(stage: Stage): string[] {
  const { verdict, reasons } = stage.trust;
  const doubts =
    reasons.length === 0 ? [] : [`${verdict}: ${reasons.map(({ message }) => message).join('; ')}`];
  const errors = stage.errors.slice(0, errorsShown).map((error) => {
    const sample = error.sample.replace(/\s+/g, ' ').slice(0, sampleLength);
    return `${error.count} failed: ${error.class}, ${error.detail}${sample === '' ? '' : `: ${sample}`}`;
  });
  return [...doubts, ...errors].map((text) => terminalText(`${stage.id}: ${text}`));
}
