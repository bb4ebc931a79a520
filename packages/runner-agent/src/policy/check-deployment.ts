import { homedir } from 'node:os';
import {
  assertNever,
  type DeploymentPlan,
  type DockerDeployment,
  type ProcessDeployment,
  type WrittenValue,
} from '@kneepoint/core';
import type { PolicyLists } from './agent-policy.ts';
import { expandHome, isInside } from './path-inside.ts';

/**
 * What a policy has against a deployment: every problem in a sentence, none where it is allowed. Arguments are handed on
 * as they are and never meet a shell, so shell signs in them are only letters.
 */
export async function deploymentProblems(
  plan: DeploymentPlan,
  lists: PolicyLists,
): Promise<readonly string[]> {
  switch (plan.kind) {
    case 'docker':
      return dockerProblems(plan.docker, lists);
    case 'process':
      return processProblems(plan.process, lists);
    default:
      return assertNever(plan);
  }
}

async function dockerProblems(docker: DockerDeployment, lists: PolicyLists): Promise<readonly string[]> {
  const problems = environmentProblems(docker.env, docker.args, lists);
  if (!isListed(docker.image, lists.images)) problems.push(`the image ${quote(docker.image)} is not allowed`);
  for (const words of [docker.entrypoint, docker.healthcheck?.command])
    if (words !== undefined && !beginsAllowed(words, lists.commands))
      problems.push(`the command ${quote(words.join(' '))} is not allowed`);
  for (const { address, host } of docker.ports) {
    if (!isPortListed(host, lists.ports)) problems.push(`the host port ${host} is not allowed`);
    if (address !== '127.0.0.1' && !lists.listenAddresses.includes(address))
      problems.push(`a port that listens on ${address} is not allowed`);
  }
  for (const namespace of ['ipc', 'network'] as const)
    if (docker[namespace] === 'host' && !lists.hostNamespaces.includes(namespace))
      problems.push(`${namespace}: host is not allowed`);
  for (const { host } of docker.volumes)
    if (!(await isInside(expandHome(host, homedir()), homes(lists.mounts))))
      problems.push(`the mount ${quote(host)} is not allowed`);
  return problems;
}

async function processProblems(
  { command, env, workingDirectory }: ProcessDeployment,
  lists: PolicyLists,
): Promise<readonly string[]> {
  const problems = environmentProblems(env, command, lists);
  const words = command.map((word) => (word.kind === 'text' ? word.text : null));
  if (!beginsAllowed(words, lists.commands))
    problems.push(`the command ${quote(words.map((word) => word ?? '...').join(' '))} is not allowed`);
  if (workingDirectory === undefined) return problems;
  return (await isInside(expandHome(workingDirectory, homedir()), homes(lists.folders)))
    ? problems
    : [...problems, `the working directory ${quote(workingDirectory)} is not allowed`];
}

type Variable = { readonly name: string; readonly value: WrittenValue };

/** A variable that is set, and one of the agent's own that is handed on, have to be listed: the latter may be a secret. */
function environmentProblems(
  variables: readonly Variable[],
  words: readonly WrittenValue[],
  lists: PolicyLists,
): string[] {
  const handedOn = [...variables.map(({ value }) => value), ...words].flatMap((value) =>
    value.kind === 'environment' ? [value.name] : [],
  );
  return [...new Set([...variables.map(({ name }) => name), ...handedOn])]
    .filter((name) => !lists.environment.includes(name))
    .map((name) => `the environment variable ${quote(name)} is not allowed`);
}

const isListed = (text: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern,
  );

const beginsAllowed = (command: readonly (string | null)[], allowed: PolicyLists['commands']): boolean =>
  allowed.some(
    (words) => words.length <= command.length && words.every((word, index) => word === command[index]),
  );

function isPortListed(port: number, ports: PolicyLists['ports']): boolean {
  return ports.some((allowed) => {
    if (typeof allowed === 'number') return allowed === port;
    const [from, to] = allowed.split('-').map(Number);
    return from !== undefined && to !== undefined && from <= port && port <= to;
  });
}

const homes = (paths: readonly string[]): readonly string[] =>
  paths.map((path) => expandHome(path, homedir()));

const quote = (text: string): string => JSON.stringify(text.slice(0, 200));
