import { type Plan, usageError } from '@kneepoint/core';
import type { AgentPolicy } from '../policy/agent-policy.ts';
import { planProblems } from '../policy/check-plan.ts';
import { createRedactor, type Redactor } from '../policy/redact.ts';
import type { JobSubmission } from './job-submission.ts';
import { type PrepareTools, sourcePath, type WantedDeployment, wantedDeployments } from './prepare-job.ts';
import { targetRequests } from './target-requests.ts';

/** A server to start, and what takes its secrets out of its log. */
export type WantedServer = { readonly order: WantedDeployment; readonly redactor: Redactor };

/** What decides on a single server. */
export type AdmissionTools = Pick<PrepareTools, 'environment' | 'firstTokenOf'> & {
  readonly policy: AgentPolicy;
  readonly secrets: readonly string[];
};

/** Throws where the policy does not allow what a plan asks for: all of it at once. */
export async function refuseForbidden(
  plan: Plan,
  { files, folder }: Pick<JobSubmission, 'files' | 'folder'>,
  policy: AgentPolicy,
): Promise<void> {
  const paths = {
    uploaded: new Set(files.map((file) => file.source)),
    pathOf: (source: string) => sourcePath(source, new Map(), folder),
  };
  const problems = await planProblems(plan, paths, policy);
  if (problems.length > 0)
    throw usageError('not-allowed', problems.join('\n'), "the agent's policy file says what is allowed");
}

/** What starting the server of one of a plan's targets asks for. Throws where the policy or the plan does not allow it. */
export async function serverOfPlan(plan: Plan, name: string, tools: AdmissionTools): Promise<WantedServer> {
  const target = plan.targets.find((candidate) => candidate.name === name);
  if (target?.deploy === undefined)
    throw usageError('nothing-to-deploy', `the plan has no target ${JSON.stringify(name)} with a deploy`);
  const only: Plan = { ...plan, targets: [target], suites: [], model: { id: plan.model.id } };
  await refuseForbidden(only, { files: [], folder: null }, tools.policy);
  const requests = await targetRequests(only, tools.environment, (source) => source);
  const order = wantedDeployments(only, requests, tools.firstTokenOf).get(name);
  if (order === undefined) throw new Error('a target with a deploy has no deployment');
  return { order, redactor: createRedactor(tools.secrets) };
}
