import { checkOutputPath, fixedStages } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { type BenchFlags, benchStages, benchTarget } from '../flags/bench-flags.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { newRun, requestsPathBeside } from './new-run.ts';
import { plainRun } from './plain-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';

/** Measures one running server as the flags say; returns the exit code. */
export async function bench(url: string, flags: BenchFlags, context: CommandContext): Promise<number> {
  const target = benchTarget(url, flags, context.environment);
  const stages = benchStages(flags);
  if (flags.tokenizer !== undefined) await checkTokenizerPath(flags.tokenizer);
  const records = flags.output === undefined ? null : requestsPathBeside(flags.output);
  for (const path of [flags.output, records?.path]) if (path !== undefined) await checkOutputPath(path);
  const { result, inHistory, unwritten } = await executeRun(
    {
      ...plainRun,
      ...newRun(flags.seed ?? null, new Date()),
      name: `bench ${target.url}`,
      command: shownCommand(context),
      plan: {
        version: 1,
        target: { url: target.url, api: target.api, model: target.model, body: target.body },
        stages,
      },
      targets: [target],
      stages: fixedStages(stages),
      tokenizerPath: flags.tokenizer ?? null,
      requestsPath: records?.path ?? null,
      requestsName: records?.name ?? null,
    },
    { outputPath: flags.output ?? null, quiet: flags.quiet === true },
    context,
  );
  const { printResult } = await import('./print-result.ts');
  printResult(result, flags.json === true, context);
  if (flags.quiet !== true)
    context.stderr.write(whereKept(flags.output ?? null, inHistory ? result.id : null));
  if (unwritten !== null) throw unwritten;
  return sayExit(result, context);
}

/** Where the result is, and what can be done with it next. */
function whereKept(output: string | null, historyId: string | null): string {
  if (output !== null) return `\nResult: ${output} (for a document: kneepoint report ${output})\n`;
  return historyId === null
    ? ''
    : `\nKept in the history; show it again with: kneepoint history show ${historyId}\n`;
}
