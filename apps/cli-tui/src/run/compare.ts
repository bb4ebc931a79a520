import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  type BenchmarkOrder,
  fixedStages,
  type Plan,
  parsePlan,
  planFiles,
  planStages,
  type TargetRequest,
  type TargetTls,
  usageError,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CompareFlags } from '../commands/compare.ts';
import { authorizationHeader } from '../flags/api-key.ts';
import { type BuildReportFlags, judgingOfTexts } from '../flags/judging-flags.ts';
import { checkBuildReports, writeBuildReports } from './build-reports.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { makeOutputFolder, type OutputFolder, openFolder } from './output-folder.ts';
import { plainRun } from './plain-run.ts';
import { readTargetTls } from './read-target-tls.ts';
import { refuseUnmeetable } from './refuse-unmeetable.ts';
import { runIdentity } from './resumed-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { readWorkloadFiles } from './workload-files.ts';

const recordsName = 'requests.ndjson.gz';

/** Runs a plan over targets that already run; returns the exit code. */
export async function compare(
  planPath: string,
  flags: CompareFlags,
  context: CommandContext,
): Promise<number> {
  const plan = await readPlan(planPath);
  const tokenizer = tokenizerPath(plan, planPath);
  if (tokenizer !== null) await checkTokenizerPath(tokenizer);
  await checkBuildReports(flags);
  return runPlan(
    plan,
    {
      planPath,
      openFolder: () => comparisonFolder(flags, plan.name),
      json: flags.json === true,
      quiet: flags.quiet === true,
      resume: flags.resume,
      reports: flags,
    },
    context,
  );
}

/** A resumed comparison goes on in the folder of its result. */
async function comparisonFolder({ output, resume }: CompareFlags, name: string): Promise<OutputFolder> {
  if (resume === undefined) return makeOutputFolder(output ?? null, name);
  if (output === undefined && basename(resume) === 'result.json') return openFolder(dirname(resume));
  throw usageError(
    'resume-folder',
    output === undefined
      ? `--resume ${resume} is not the result.json of a comparison's folder`
      : '--output and --resume exclude each other: a comparison goes on in its own folder',
    'give the path of the result.json that was written',
  );
}

async function readPlan(path: string): Promise<Plan> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(
      'plan-unreadable',
      `the plan ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'give the path of a YAML plan',
    );
  });
  return parsePlan(text, path);
}

export type PlanRun = {
  readonly planPath: string;
  /** Makes the folder of the run's files, once nothing is wrong with the plan any more. */
  readonly openFolder: () => Promise<OutputFolder>;
  readonly json: boolean;
  readonly quiet: boolean;
  /** The result of an interrupted run of this plan, to go on with. */
  readonly resume?: string | undefined;
  readonly reports?: BuildReportFlags;
};

/** Runs a parsed plan, writes result and reports into the folder, prints the summary and where the files are. */
export async function runPlan(plan: Plan, run: PlanRun, context: CommandContext): Promise<number> {
  const order = await planOrder(plan, run, context);
  const folder = await run.openFolder();
  const { result, unwritten } = await executeRun(
    { ...order, requestsPath: folder.path(recordsName), requestsName: recordsName },
    { outputPath: folder.path('result.json'), quiet: run.quiet },
    context,
  );
  const { writeReports } = await import('./write-reports.ts');
  const files = await writeReports(result, {
    folder,
    languages: plan.report.languages,
    formats: plan.report.format,
  });
  const { printResult } = await import('./print-result.ts');
  printResult(result, run.json, context);
  const shown = ['result.json', recordsName, ...files].map((name) => `  ${folder.shown(name)}`).join('\n');
  (run.json ? context.stderr : context.stdout).write(`\nFiles:\n${shown}\n`);
  await writeBuildReports(result, run.reports ?? {}, context);
  if (unwritten !== null) throw unwritten;
  return sayExit(result, context);
}

async function planOrder(plan: Plan, run: PlanRun, context: CommandContext): Promise<BenchmarkOrder> {
  const read = await readWorkloadFiles(planFiles(plan), besidePlan(run));
  const stages = planStages(plan, read.facts);
  const judging = judgingOfTexts(plan.thresholds, plan.slo);
  refuseUnmeetable(judging.thresholds, stages);
  const targets = await targetRequests(plan, run, context);
  return {
    ...plainRun,
    ...judging,
    ...(await runIdentity({ seed: plan.seed, resume: run.resume }, stages, targets)),
    name: plan.name,
    command: shownCommand(context),
    plan,
    targets,
    stages: fixedStages(stages),
    files: read.files,
    tokenizerPath: tokenizerPath(plan, run.planPath),
    settleMillis: plan.between.settle / 1000,
    clearPrefixCache: plan.between.clearPrefixCache,
    workers: plan.workers,
    maxInFlight: plan.maxInFlight,
    capPolicy: plan.atCap,
    abortOnFail: plan.abortOnFail,
    stopWhenSaturated: plan.earlyStop,
    ceilingEventsPerSecond: readHostCeiling(context),
  };
}

/** Paths in a plan are relative to the plan. */
const besidePlan =
  ({ planPath }: Pick<PlanRun, 'planPath'>) =>
  (source: string): string =>
    resolve(dirname(planPath), source);

/** A tokenizer's path in a plan is relative to the plan. */
function tokenizerPath(plan: Plan, planPath: string): string | null {
  const { tokenizer } = plan.model;
  return tokenizer === undefined ? null : resolve(dirname(planPath), tokenizer);
}

async function targetRequests(plan: Plan, run: PlanRun, context: CommandContext): Promise<TargetRequest[]> {
  const requests: TargetRequest[] = [];
  for (const target of plan.targets) {
    const tls = await readTargetTls(target.tls, besidePlan(run));
    requests.push(targetRequest(target, plan, { environment: context.environment, tls }));
  }
  return requests;
}

function targetRequest(
  target: Plan['targets'][number],
  plan: Plan,
  { environment, tls }: { readonly environment: NodeJS.ProcessEnv; readonly tls: TargetTls },
): TargetRequest {
  return {
    name: target.name,
    url: target.url,
    api: target.api,
    engine: target.engine ?? null,
    model: target.model ?? plan.model.id ?? null,
    headers: { ...authorizationHeader(target.apiKeyEnv, environment), ...target.headers },
    body: target.body,
    timeoutMicros: plan.timeout,
    tls,
  };
}
