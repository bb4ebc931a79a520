import {
  type Plan,
  planFiles,
  planStages,
  printCompose,
  printDockerRun,
  readWorkloadFiles,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { besidePlan } from './beside-plan.ts';

/** Prints what a plan would deploy or do, and does none of it; returns the exit code. */
export async function showPlan(
  plan: Plan,
  planPath: string,
  flags: CompareFlags,
  { stdout }: CommandContext,
): Promise<number> {
  if (flags.print === 'compose') stdout.write(printCompose(plan));
  else if (flags.print === 'docker-run') stdout.write(`${plan.targets.map(printDockerRun).join('\n')}\n`);
  if (flags.dryRun !== true) return 0;
  const { describeDryRun, dryRunText } = await import('@kneepoint/runner-agent');
  const { facts } = await readWorkloadFiles(planFiles(plan), besidePlan(planPath));
  const stages = planStages(plan, facts);
  stdout.write(`${dryRunText(describeDryRun(plan, { stages, servers: flags.servers ?? 'auto' }))}\n`);
  return 0;
}
