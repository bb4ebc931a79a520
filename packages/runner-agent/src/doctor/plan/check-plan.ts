import type { DeploymentPlan, Plan } from '@kneepoint/core';
import { type CheckFinding, type DoctorCheck, skipped } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';
import type { HostSurvey } from '../host/check-host.ts';
import {
  checkArguments,
  checkContainerMemory,
  checkImage,
  checkModelCache,
  checkPort,
  checkVariables,
} from './deployment-findings.ts';

/** Whether any target of a plan is started in a container. */
export const needsDocker = ({ targets }: Plan): boolean =>
  targets.some(({ deploy }) => deploy?.kind === 'docker');

/** Looks for known problems in how a parsed plan starts its servers. Nothing is started. */
export async function checkPlan(
  plan: Plan,
  host: DoctorHost,
  survey: HostSurvey,
): Promise<readonly DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  for (const target of plan.targets) {
    for (const [name, finding] of await findingsOf(target, host, survey))
      checks.push({ scope: 'plan', name, target: target.name, ...finding });
  }
  return checks;
}

type Named = readonly [name: string, finding: CheckFinding];

async function findingsOf(
  target: Plan['targets'][number],
  host: DoctorHost,
  { gpus }: HostSurvey,
): Promise<readonly Named[]> {
  const { deploy } = target;
  if (deploy === undefined) {
    const reason = `the server at ${target.url} already runs; look at it with kneepoint doctor ${target.url}`;
    return [
      ['deployment', skipped(reason)],
      ['variables', checkVariables(target, null, host)],
    ];
  }
  return [
    ...checkArguments(target, deploy, gpus).map((finding): Named => ['arguments', finding]),
    ...containerFindings(deploy),
    ['variables', checkVariables(target, deploy, host)],
    ['port', await checkPort(target.url, host)],
  ];
}

function containerFindings(deploy: DeploymentPlan): readonly Named[] {
  if (deploy.kind !== 'docker') return [];
  return [
    ['image', checkImage(deploy.docker)],
    ['container-shared-memory', checkContainerMemory(deploy.docker)],
    ['model-cache', checkModelCache(deploy.docker)],
  ];
}
