import { basename, dirname, resolve } from 'node:path';
import type { OwnResult, Plan } from '@kneepoint/core';
import type { JobRecord } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import type { OpenedAgent } from './open-agent.ts';
import { planUploads } from './plan-uploads.ts';
import { shownCommand } from './shown-command.ts';

/** A plan for an agent to run. */
export type PlanToSubmit = {
  readonly plan: Plan;
  readonly planPath: string;
  readonly planText: string;
  readonly keep: boolean;
  readonly servers: 'auto' | 'together' | 'one-by-one';
  /** The result of an interrupted run of the plan, to go on with. */
  readonly earlier: OwnResult | null;
};

/** Hands a plan to an agent, with the files that it names where the agent reads another host's. */
export async function submitPlan(
  agent: OpenedAgent,
  wanted: PlanToSubmit,
  context: CommandContext,
): Promise<JobRecord> {
  const { plan, planPath, planText, keep, servers, earlier } = wanted;
  return agent.client.submitJob({
    plan: planText,
    planName: basename(planPath),
    files: agent.isHere ? [] : await planUploads(plan, planPath),
    folder: agent.isHere ? resolve(dirname(planPath)) : null,
    keep,
    servers,
    command: shownCommand(context),
    resume: earlier,
  });
}
