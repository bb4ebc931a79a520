import { availableParallelism } from 'node:os';
import {
  checkOutputPath,
  checkThresholds,
  fixedStages,
  objectivesOf,
  parseSlo,
  parseThresholds,
  readCertificates,
  readResultFile,
  type TargetTls,
  type Threshold,
  thresholdsError,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { type BenchFlags, benchStages, benchTarget, benchWish, benchWorkers } from '../flags/bench-flags.ts';
import { oneOf, positiveWhole } from '../flags/parse-flags.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { newRun, requestsPathBeside } from './new-run.ts';
import { plainRun } from './plain-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { readWorkloadFiles } from './workload-files.ts';

/** Measures one running server as the flags say; returns the exit code. */
export async function bench(url: string, flags: BenchFlags, context: CommandContext): Promise<number> {
  const target = benchTarget(url, flags, context.environment, await targetTrust(flags));
  const wish = benchWish(flags);
  const thresholds = benchThresholds(flags);
  if (flags.tokenizer !== undefined) await checkTokenizerPath(flags.tokenizer);
  const { files, facts } = await readWorkloadFiles(wish.files, (source) => source);
  const stages = benchStages(wish, flags, facts);
  const unmeetable = thresholdsError(checkThresholds(thresholds, stages));
  if (unmeetable !== null) throw unmeetable;
  const earlier = flags.resume === undefined ? null : await readResultFile(flags.resume);
  const output = flags.output ?? flags.resume;
  const records = output === undefined ? null : requestsPathBeside(output);
  if (flags.resume === undefined)
    for (const path of [output, records?.path]) if (path !== undefined) await checkOutputPath(path);
  const workers = benchWorkers(flags.workers);
  if (workers !== 'auto' && workers > availableParallelism() && flags.quiet !== true)
    context.stderr.write(
      `note: ${workers} load workers share ${availableParallelism()} cores; that rarely measures better\n`,
    );
  const { result, inHistory, unwritten } = await executeRun(
    {
      ...plainRun,
      ...newRun(flags.seed ?? earlier?.seed ?? null, new Date()),
      ...(earlier === null ? {} : { id: earlier.id, salt: earlier.salt }),
      name: `bench ${target.url}`,
      command: shownCommand(context),
      plan: {
        version: 1,
        target: { url: target.url, api: target.api, model: target.model, body: target.body },
        stages,
      },
      targets: [target],
      stages: fixedStages(stages),
      files,
      tokenizerPath: flags.tokenizer ?? null,
      clearPrefixCache: flags.clearPrefixCache === true,
      workers,
      ceilingEventsPerSecond: readHostCeiling(context),
      maxInFlight: positiveWhole('--max-in-flight', flags.maxInFlight),
      capPolicy: oneOf('--at-cap', flags.atCap, ['drop', 'late'] as const),
      objectives: objectivesOf(thresholds),
      thresholds,
      abortOnFail: flags.abortOnFail === true,
      stopWhenSaturated: flags.earlyStop,
      resumeFrom: earlier,
      requestsPath: records?.path ?? null,
      requestsName: records?.name ?? null,
    },
    { outputPath: output ?? null, quiet: flags.quiet === true },
    context,
  );
  const { printResult } = await import('./print-result.ts');
  printResult(result, flags.json === true, context);
  if (flags.quiet !== true) context.stderr.write(whereKept(output ?? null, inHistory ? result.id : null));
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

async function targetTrust({ ca, insecure }: BenchFlags): Promise<TargetTls> {
  return { ca: ca === undefined ? null : await readCertificates(ca), insecure: insecure === true };
}

/** The thresholds given one by one, and those of an SLO. */
function benchThresholds({ threshold, slo }: BenchFlags): readonly Threshold[] {
  return [
    ...parseThresholds(threshold),
    ...(slo === undefined ? [] : parseSlo(slo).map((term) => ({ ...term, selectors: [] }))),
  ];
}
