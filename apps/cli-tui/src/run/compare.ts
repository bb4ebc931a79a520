import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type BenchmarkOrder,
  checkThresholds,
  fixedStages,
  objectivesOf,
  type Plan,
  parsePlan,
  parseThresholds,
  planFiles,
  planStages,
  type TargetRequest,
  thresholdsError,
  usageError,
  usualTrust,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CompareFlags } from '../commands/compare.ts';
import { authorizationHeader } from '../flags/api-key.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { newRun } from './new-run.ts';
import { makeOutputFolder, type OutputFolder } from './output-folder.ts';
import { plainRun } from './plain-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { readWorkloadFiles } from './workload-files.ts';

const requestTimeoutMicros = 120_000_000;

/** Runs a plan over targets that already run; returns the exit code. */
export async function compare(
  planPath: string,
  flags: CompareFlags,
  context: CommandContext,
): Promise<number> {
  const plan = await readPlan(planPath);
  const tokenizer = tokenizerPath(plan, planPath);
  if (tokenizer !== null) await checkTokenizerPath(tokenizer);
  const folder = await makeOutputFolder(flags.output ?? null, plan.name);
  return runPlan(plan, { planPath, folder, json: flags.json === true, quiet: flags.quiet === true }, context);
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
  readonly folder: OutputFolder;
  readonly json: boolean;
  readonly quiet: boolean;
};

/** Runs a parsed plan, writes result and reports into the folder, prints the summary and where the files are. */
export async function runPlan(plan: Plan, run: PlanRun, context: CommandContext): Promise<number> {
  const { folder } = run;
  const read = await readWorkloadFiles(planFiles(plan), (source) => resolve(dirname(run.planPath), source));
  const stages = planStages(plan, read.facts);
  const thresholds = parseThresholds(plan.thresholds);
  const unmeetable = thresholdsError(checkThresholds(thresholds, stages));
  if (unmeetable !== null) throw unmeetable;
  const { result, unwritten } = await executeRun(
    {
      ...planOrder(plan, run, context),
      files: read.files,
      stages: fixedStages(stages),
      thresholds,
      objectives: objectivesOf(thresholds),
    },
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
  const shown = ['result.json', 'requests.ndjson.gz', ...files]
    .map((name) => `  ${folder.shown(name)}`)
    .join('\n');
  (run.json ? context.stderr : context.stdout).write(`\nFiles:\n${shown}\n`);
  if (unwritten !== null) throw unwritten;
  return sayExit(result, context);
}

function planOrder(
  plan: Plan,
  run: PlanRun,
  context: CommandContext,
): Omit<BenchmarkOrder, 'stages' | 'files'> {
  return {
    ...plainRun,
    ...newRun(plan.seed ?? null, new Date()),
    name: plan.name,
    command: shownCommand(context),
    plan,
    targets: plan.targets.map((target) => targetRequest(target, plan, context.environment)),
    tokenizerPath: tokenizerPath(plan, run.planPath),
    settleMillis: plan.between.settle / 1000,
    clearPrefixCache: plan.between.clearPrefixCache,
    workers: plan.workers,
    maxInFlight: plan.maxInFlight,
    capPolicy: plan.atCap,
    ceilingEventsPerSecond: readHostCeiling(context),
    requestsPath: run.folder.path('requests.ndjson.gz'),
    requestsName: 'requests.ndjson.gz',
  };
}

/** A tokenizer's path in a plan is relative to the plan. */
function tokenizerPath(plan: Plan, planPath: string): string | null {
  const { tokenizer } = plan.model;
  return tokenizer === undefined ? null : resolve(dirname(planPath), tokenizer);
}

function targetRequest(
  target: Plan['targets'][number],
  plan: Plan,
  environment: NodeJS.ProcessEnv,
): TargetRequest {
  return {
    name: target.name,
    url: target.url,
    api: target.api,
    engine: target.engine ?? null,
    model: target.model ?? plan.model.id ?? null,
    headers: { ...authorizationHeader(target.apiKeyEnv, environment), ...target.headers },
    body: target.body,
    timeoutMicros: requestTimeoutMicros,
    tls: usualTrust,
  };
}
