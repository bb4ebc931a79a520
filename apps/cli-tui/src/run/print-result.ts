import type { Result } from '@kneepoint/core';
import { renderStageTable, summarySentences } from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';

const unboundedColumns = 1000;

/** The answer in sentences, then the table; or the whole result as JSON. */
export function printResult(result: Result, json: boolean, context: CommandContext): void {
  if (json) {
    context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const sentences = summarySentences(result, 'en').join(' ');
  const table = renderStageTable(result, {
    columns: context.stdout.isTTY === true ? (context.stdout.columns ?? 80) : unboundedColumns,
    colour: mayColour(context.stdout, context.environment),
  });
  context.stdout.write(`${sentences}\n\n${table}`);
  for (const stage of result.stages) {
    for (const reason of stage.trust.reasons) {
      context.stdout.write(`\n${stage.id}: ${stage.trust.verdict}: ${reason.message}`);
    }
    for (const error of stage.errors.slice(0, 3)) {
      const sample = error.sample.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 160);
      context.stdout.write(
        `\n${stage.id}: ${error.count} failed: ${error.class}, ${error.detail}${sample === '' ? '' : `: ${sample}`}`,
      );
    }
  }
  if (result.stages.some((stage) => stage.trust.reasons.length > 0 || stage.errors.length > 0))
    context.stdout.write('\n');
}
