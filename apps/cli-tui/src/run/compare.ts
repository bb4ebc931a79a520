import { basename, dirname, resolve } from 'node:path';
import {
  type BenchmarkOrder,
  fixedStages,
  type KneepointError,
  type OwnResult,
  type Plan,
  planFiles,
  planStages,
  readWorkloadFiles,
  type TargetRequest,
  type TargetTls,
  usageError,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { makeOutputFolder, type OutputFolder, openFolder } from '../documents/output-folder.ts';
import { authorizationHeader } from '../flags/api-key.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { type BuildReportFlags, judgingOfTexts } from '../flags/judging-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import { wordsOf } from '../words/words-of.ts';
import { afterRun } from './after-run.ts';
import { besidePlan } from './beside-plan.ts';
import { checkBuildReports, writeBuildReports } from './build-reports.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { compareDetached } from './compare-detached.ts';
import { executeRun } from './execute-run.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { judgePlanned } from './judge-planned.ts';
import { sayNextSteps } from './next-steps.ts';
import { plainRun } from './plain-run.ts';
import { readComparedPlan } from './read-compared-plan.ts';
import { readTargetTls } from './read-target-tls.ts';
import { refuseUnmeetable } from './refuse-unmeetable.ts';
import { runIdentity } from './resumed-run.ts';
import { sayExit } from './say-exit.ts';
import { showPlan } from './show-plan.ts';
import { shownCommand } from './shown-command.ts';
import { withProgress } from './with-progress.ts';

const recordsName = 'requests.ndjson.gz';

/** Runs a plan over targets that already run; returns the exit code. */
export const compare = (planPath: string, flags: CompareFlags, context: CommandContext): Promise<number> =>
  withProgress(flags, context, (within) => compareWithin(planPath, flags, within));

async function compareWithin(planPath: string, flags: CompareFlags, context: RunContext): Promise<number> {
  const { plan, text } = await readComparedPlan(planPath, flags);
  if (flags.print !== undefined || flags.dryRun === true) return showPlan(plan, planPath, flags, context);
  const tokenizer = tokenizerPath(plan, planPath);
  if (tokenizer !== null) await checkTokenizerPath(tokenizer);
  await checkBuildReports(flags);
  if (flags.detach === true) return compareDetached({ plan, planPath, planText: text }, flags, context);
  const needsAgent = flags.agent !== undefined || plan.targets.some(({ deploy }) => deploy !== undefined);
  const deployed = { text, flags };
  return runPlan(
    plan,
    {
      ...(needsAgent ? { deployed } : {}),
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

export type PlanRun = {
  readonly planPath: string;
  /** Makes the folder of the run's files, once nothing is wrong with the plan any more. */
  readonly openFolder: () => Promise<OutputFolder>;
  readonly json: boolean;
  readonly quiet: boolean;
  /** The result of an interrupted run of this plan, to go on with. */
  readonly resume?: string | undefined;
  readonly reports?: BuildReportFlags;
  /** Given where an agent runs the plan: because it deploys servers, or because the host is another one. */
  readonly deployed?: { readonly text: string; readonly flags: CompareFlags };
};

/** What a run brought, and how the command ends. */
type PlanOutcome = {
  readonly result: OwnResult;
  readonly unwritten: KneepointError | null;
  readonly exit: { readonly code: number; readonly reason: string } | null;
};

/** Runs a parsed plan, writes result and reports into the folder, prints the summary and where the files are. */
export async function runPlan(plan: Plan, run: PlanRun, context: RunContext): Promise<number> {
  // Everything is checked before a folder is made, whoever runs the plan then.
  authorizationHeader(plan.judge?.apiKeyEnv, context.environment);
  const order = run.deployed?.flags.agent === undefined ? await planOrder(plan, run, context) : null;
  const folder = await run.openFolder();
  const {
    result: measured,
    unwritten,
    exit,
  } = order === null || run.deployed !== undefined
    ? await runOnAgent(plan, run, folder, context)
    : await runHere(order, folder, context);
  const result = await judgePlanned(plan, measured, folder.path('result.json'), {
    environment: context.environment,
    say: (text) => {
      if (!run.quiet) context.stderr.write(`${text}\n`);
    },
  });
  const { writeReports } = await import('../documents/write-reports.ts');
  const files = await writeReports(result, {
    folder,
    languages: plan.report.languages,
    formats: plan.report.format,
  });
  const { printResult } = await import('./print-result.ts');
  printResult(result, run.json, context);
  const shown = ['result.json', recordsName, ...files].map((name) => `  ${folder.shown(name)}`).join('\n');
  const { files: heading } = wordsOf(context.language).run;
  if (!run.json || !run.quiet) (run.json ? context.stderr : context.stdout).write(`\n${heading}\n${shown}\n`);
  await writeBuildReports(result, run.reports ?? {}, context);
  if (unwritten !== null) throw unwritten;
  const code = await sayExit({ ...result, exit: exit ?? result.exit }, context);
  const kept = { result, file: folder.shown('result.json'), inHistory: true, ...reportOf(files, folder) };
  if (!run.quiet && !run.json) sayNextSteps(afterRun(kept, context), context);
  return code;
}

/** What a person opens first: the page, else the first document. */
function reportOf(files: readonly string[], folder: OutputFolder): { readonly report?: string } {
  const first = files.find((name) => name.endsWith('.html')) ?? files.find((name) => name.endsWith('.md'));
  return first === undefined ? {} : { report: folder.shown(first) };
}

async function runHere(
  order: BenchmarkOrder,
  folder: OutputFolder,
  context: RunContext,
): Promise<PlanOutcome> {
  const { result, unwritten } = await executeRun(
    { ...order, requestsPath: folder.path(recordsName), requestsName: recordsName },
    { outputPath: folder.path('result.json') },
    context,
  );
  return { result, unwritten, exit: null };
}

async function runOnAgent(
  plan: Plan,
  run: PlanRun,
  folder: OutputFolder,
  context: RunContext,
): Promise<PlanOutcome> {
  const { text = '', flags = {} } = run.deployed ?? {};
  const { compareOnAgent } = await import('./compare-on-agent.ts');
  const { result, exit } = await compareOnAgent(
    {
      plan,
      planPath: run.planPath,
      planText: text,
      folder,
      recordsName,
      keep: flags.keep === true,
      servers: flags.servers ?? 'auto',
      resume: run.resume,
      agent: flags,
    },
    context,
  );
  const { storeRun } = await import('./store-run.ts');
  storeRun(result, folder.path('result.json'), context, (said) => context.stderr.write(`note: ${said}\n`));
  return { result, unwritten: null, exit };
}

async function planOrder(plan: Plan, run: PlanRun, context: CommandContext): Promise<BenchmarkOrder> {
  const read = await readWorkloadFiles(planFiles(plan), besidePlan(run.planPath));
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

/** A tokenizer's path in a plan is relative to the plan. */
function tokenizerPath(plan: Plan, planPath: string): string | null {
  const { tokenizer } = plan.model;
  return tokenizer === undefined ? null : resolve(dirname(planPath), tokenizer);
}

async function targetRequests(plan: Plan, run: PlanRun, context: CommandContext): Promise<TargetRequest[]> {
  const requests: TargetRequest[] = [];
  for (const target of plan.targets) {
    const tls = await readTargetTls(target.tls, besidePlan(run.planPath));
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
