import { type BenchmarkOrder, checkOutputPath, fixedStages, readWorkloadFiles } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { type BenchFlags, benchStages, benchWish } from '../flags/bench-flags.ts';
import { clientOf, crowdedWorkers } from '../flags/client-flags.ts';
import { judgingOf } from '../flags/judging-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import { afterRun } from './after-run.ts';
import { checkBuildReports, writeBuildReports } from './build-reports.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { requestsPathBeside } from './new-run.ts';
import { sayNextSteps } from './next-steps.ts';
import { plainRun } from './plain-run.ts';
import { refuseUnmeetable } from './refuse-unmeetable.ts';
import { runIdentity } from './resumed-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { targetOfFlags } from './target-of-flags.ts';
import { whereKept } from './where-kept.ts';
import { withProgress } from './with-progress.ts';

/** Measures one running server as the flags say; returns the exit code. */
export const bench = (url: string, flags: BenchFlags, context: CommandContext): Promise<number> =>
  withProgress(flags, context, (within) => benchWithin(url, flags, within));

async function benchWithin(url: string, flags: BenchFlags, context: RunContext): Promise<number> {
  const order = await benchOrder(url, flags, context);
  const crowded = crowdedWorkers(order.workers);
  if (crowded !== null && flags.quiet !== true) context.stderr.write(`${crowded}\n`);
  const outputPath = outputOf(flags);
  const { result, inHistory, unwritten } = await executeRun(order, { outputPath }, context);
  const { printResult } = await import('./print-result.ts');
  printResult(result, flags.json === true, context);
  const kept = { result, file: unwritten === null ? outputPath : null, inHistory };
  if (flags.quiet !== true) context.stderr.write(whereKept(kept, context));
  await writeBuildReports(result, flags, context);
  if (unwritten !== null) throw unwritten;
  const code = await sayExit(result, context);
  if (flags.quiet !== true && flags.json !== true) sayNextSteps(afterRun(kept, context), context);
  return code;
}

/** What is to be run. Everything that can be wrong with the flags is found here, before the server is asked. */
async function benchOrder(url: string, flags: BenchFlags, context: CommandContext): Promise<BenchmarkOrder> {
  const wish = benchWish(flags);
  const client = clientOf(flags, wish.loads);
  const judging = judgingOf(flags);
  const target = await targetOfFlags(url, flags, context);
  if (flags.tokenizer !== undefined) await checkTokenizerPath(flags.tokenizer);
  const read = await readWorkloadFiles(wish.files, asWritten);
  const stages = benchStages(wish, flags, read.facts);
  refuseUnmeetable(judging.thresholds, stages);
  await checkBuildReports(flags);
  return {
    ...plainRun,
    ...client,
    ...judging,
    ...(await runIdentity(flags, stages, [target])),
    ...(await recordsPlace(flags)),
    name: `bench ${target.url}`,
    command: shownCommand(context),
    plan: {
      version: 1,
      target: { url: target.url, api: target.api, model: target.model, body: target.body },
      stages,
    },
    targets: [target],
    stages: fixedStages(stages),
    files: read.files,
    tokenizerPath: flags.tokenizer ?? null,
    clearPrefixCache: flags.clearPrefixCache === true,
    abortOnFail: flags.abortOnFail === true,
    stopWhenSaturated: flags.earlyStop,
    ceilingEventsPerSecond: readHostCeiling(context),
  };
}

/** Paths of flags are those of the folder that the command runs in. */
const asWritten = (path: string): string => path;

/** A resumed run goes on in its own file unless another one is named. */
const outputOf = ({ output, resume }: BenchFlags): string | null => output ?? resume ?? null;

/** Where the request records go, after a check that no other run's are in the way. */
async function recordsPlace(
  flags: BenchFlags,
): Promise<Pick<BenchmarkOrder, 'requestsPath' | 'requestsName'>> {
  const output = outputOf(flags);
  if (output === null) return { requestsPath: null, requestsName: null };
  const records = requestsPathBeside(output);
  if (flags.output !== undefined) for (const path of [output, records.path]) await checkOutputPath(path);
  return { requestsPath: records.path, requestsName: records.name };
}
