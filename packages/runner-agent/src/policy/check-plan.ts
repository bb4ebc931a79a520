import { homedir } from 'node:os';
import { type Plan, planFiles } from '@kneepoint/core';
import type { AgentPolicy } from './agent-policy.ts';
import { deploymentProblems } from './check-deployment.ts';
import { expandHome, isInside } from './path-inside.ts';
import { targetProblem } from './target-problem.ts';

/** Where a plan's files are: those that came with it, and the path of any other. */
export type PlanPaths = {
  readonly uploaded: ReadonlySet<string>;
  /** An absolute path, or `null` where a relative source has nothing to be relative to. */
  pathOf(source: string): string | null;
};

/** What a policy has against a plan: its files, addresses, keys and deployments. Every problem, each in a sentence. */
export async function planProblems(
  plan: Plan,
  paths: PlanPaths,
  policy: AgentPolicy,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const source of planSources(plan)) {
    const problem = await sourceProblem(source, paths, policy);
    if (problem !== null) problems.push(problem);
  }
  if (policy.kind === 'unrestricted') return problems;
  for (const target of plan.targets) {
    const key = target.apiKeyEnv;
    if (key !== undefined && !policy.lists.environment.includes(key))
      problems.push(`${target.name}: the environment variable ${JSON.stringify(key)} is not allowed`);
    const { lists } = policy;
    const deployment = target.deploy === undefined ? [] : await deploymentProblems(target.deploy, lists);
    for (const problem of [...deployment, ...(await targetProblem(target.url, lists))])
      problems.push(`${target.name}: ${problem}`);
  }
  return problems;
}

/** Every file that a plan names, as it names it, each once. */
export function planSources(plan: Plan): readonly string[] {
  const named = [
    ...planFiles(plan).map((file) => file.source),
    plan.model.tokenizer,
    ...plan.targets.map((target) => target.tls?.ca),
  ];
  return [...new Set(named.filter((source) => source !== undefined))];
}

async function sourceProblem(source: string, paths: PlanPaths, policy: AgentPolicy): Promise<string | null> {
  if (paths.uploaded.has(source)) return null;
  const path = paths.pathOf(source);
  if (path === null) return `the file ${JSON.stringify(source)} did not come with the plan`;
  if (policy.kind === 'unrestricted') return null;
  const folders = policy.lists.folders.map((folder) => expandHome(folder, homedir()));
  return (await isInside(path, folders))
    ? null
    : `the file ${JSON.stringify(source)} is in no allowed folder`;
}
