import { randomBytes } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import {
  type BenchmarkOrder,
  type ClockZero,
  checkThresholds,
  fixedStages,
  type OwnResult,
  objectivesOf,
  ownResult,
  type Plan,
  type PlannedStage,
  parsePlan,
  parseServiceLevel,
  parseThresholds,
  planFiles,
  planStages,
  readWorkloadFiles,
  type ServiceLevel,
  type TargetRequest,
  thresholdsError,
} from '@kneepoint/core';
import type { JobSubmission } from './job-submission.ts';
import type { DeploymentOrder, FirstTokenOf } from './ports.ts';
import { targetRequests } from './target-requests.ts';
import { type Turn, turnsOf } from './turns.ts';

/** What a job is made of besides its submission. */
export type PrepareTools = {
  readonly firstTokenOf: FirstTokenOf;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly tool: OwnResult['tool'];
  /** The zero of the runs' clock. */
  readonly zero: ClockZero;
  /** Events per second that this host was calibrated to read; `null` where it was not. */
  ceiling(): number | null;
};

/** A job that can be run: everything in it was checked. */
export type PreparedJob = {
  readonly plan: Plan;
  /** All stages, those that a resumed run has already included. */
  readonly stages: readonly PlannedStage[];
  readonly turns: readonly Turn[];
  /** What is started, by the targets' names; those that run already are not in it. */
  readonly deployments: ReadonlyMap<string, WantedDeployment>;
  readonly order: BenchmarkOrder;
  /** Finished stages of the run that this one goes on with. */
  readonly resumed: OwnResult | null;
};

/** A server that a plan wants started. */
export type WantedDeployment = Omit<DeploymentOrder, 'id' | 'job'>;

/** The name of a job's request records. */
export const recordsName = 'requests.ndjson.gz';

/** Where a plan's file is: what came along, else beside the plan. `null` where it has nothing to be beside. */
export function sourcePath(
  source: string,
  uploads: ReadonlyMap<string, string>,
  folder: string | null,
): string | null {
  const uploaded = uploads.get(source);
  if (uploaded !== undefined) return uploaded;
  if (isAbsolute(source)) return resolve(source);
  return folder === null ? null : resolve(folder, source);
}

/** Reads a plan's files and makes the order of its run. Throws a usage error for whatever cannot be run. */
export async function prepareJob(
  submission: JobSubmission,
  uploads: ReadonlyMap<string, string>,
  tools: PrepareTools,
): Promise<PreparedJob> {
  const plan = parsePlan(submission.plan, submission.planName);
  const pathOf = (source: string): string => sourcePath(source, uploads, submission.folder) ?? source;
  const read = await readWorkloadFiles(planFiles(plan), pathOf);
  const stages = planStages(plan, read.facts);
  const judging = judgingOf(plan);
  const unmeetable = thresholdsError(checkThresholds(judging.thresholds, stages));
  if (unmeetable !== null) throw unmeetable;
  const targets = await targetRequests(plan, tools.environment, pathOf);
  const deployments = wantedDeployments(plan, targets, tools.firstTokenOf);
  const resumed = submission.resume === null ? null : ownResult(submission.resume, 'the result to resume');
  const done = finishedStages(resumed);
  const missing = stages.filter((stage) => !done.has(stage.id));
  return {
    plan,
    stages,
    turns: turnsOf(missing, sharingOf(submission, plan, deployments)),
    deployments,
    resumed,
    order: {
      ...identityOf(plan, resumed),
      ...judging,
      zero: tools.zero,
      name: plan.name,
      command: submission.command,
      plan,
      tool: tools.tool,
      targets,
      stages: fixedStages(missing),
      files: read.files,
      tokenizerPath: plan.model.tokenizer === undefined ? null : pathOf(plan.model.tokenizer),
      settleMillis: plan.between.settle / 1000,
      clearPrefixCache: plan.between.clearPrefixCache,
      workers: plan.workers,
      maxInFlight: plan.maxInFlight,
      capPolicy: plan.atCap,
      abortOnFail: plan.abortOnFail,
      stopWhenSaturated: plan.earlyStop,
      ceilingEventsPerSecond: tools.ceiling(),
      resumeFrom: null,
      requestsPath: null,
      requestsName: recordsName,
    },
  };
}

/** What a plan asks to be started, by its targets' names; those that run already are not in it. */
export function wantedDeployments(
  plan: Plan,
  requests: readonly TargetRequest[],
  firstTokenOf: FirstTokenOf,
): ReadonlyMap<string, WantedDeployment> {
  const wanted = new Map<string, WantedDeployment>();
  for (const target of plan.targets) {
    const request = requests.find(({ name }) => name === target.name);
    if (target.deploy === undefined || request === undefined) continue;
    const { url, engine, tls, headers } = request;
    const firstToken = firstTokenOf(target, plan);
    wanted.set(target.name, {
      target: target.name,
      deploy: target.deploy,
      url,
      engine,
      tls,
      headers,
      firstToken,
    });
  }
  return wanted;
}

function sharingOf(
  { servers }: JobSubmission,
  plan: Plan,
  deployments: ReadonlyMap<string, WantedDeployment>,
): Parameters<typeof turnsOf>[1] {
  const together = servers === 'together' || (servers === 'auto' && deployments.size <= 1);
  if (together) return 'together';
  return plan.order === 'sequential' ? 'each-once' : 'taking-turns';
}

const finishedStages = (resume: OwnResult | null): ReadonlySet<string> =>
  new Set((resume?.stages ?? []).filter((stage) => stage.status === 'completed').map((stage) => stage.id));

/** A resumed run goes on under its own id, seed and salt, so that the rest is done as it would have been. */
function identityOf(plan: Plan, resume: OwnResult | null): Pick<BenchmarkOrder, 'id' | 'seed' | 'salt'> {
  if (resume !== null) return { id: resume.id, seed: resume.seed, salt: resume.salt };
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, '').replace('T', '-');
  return {
    id: `${stamp}-${randomBytes(3).toString('hex')}`,
    seed: plan.seed ?? randomBytes(8).toString('hex'),
    salt: randomBytes(8).toString('hex'),
  };
}

const noLevel: ServiceLevel = { objectives: [], thresholds: [] };

/** What the plan's run has to keep: its thresholds and its service level, each objective once. */
function judgingOf(plan: Plan): Pick<BenchmarkOrder, 'objectives' | 'thresholds'> {
  const level = plan.slo === undefined ? noLevel : parseServiceLevel(plan.slo);
  const thresholds = [...parseThresholds(plan.thresholds), ...level.thresholds];
  const objectives = [...level.objectives, ...objectivesOf(thresholds)];
  return { thresholds, objectives: [...new Map(objectives.map((one) => [one.text, one])).values()] };
}
