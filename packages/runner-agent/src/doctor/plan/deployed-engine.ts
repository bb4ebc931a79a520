import type { DeploymentPlan, Plan, WrittenValue } from '@kneepoint/core';
import type { ProblemFacts } from '../../knowledge/problem-facts.ts';

type PlanTarget = Plan['targets'][number];

/** What of a deployment known problems depend on. */
export type DeployedEngine = Pick<ProblemFacts, 'engine' | 'engineVersion' | 'arguments' | 'variables'> & {
  /** Whether the version is only the newest that the base knows, because the image names none. */
  readonly versionAssumed: boolean;
};

/** The newest releases that the known problems were checked against; `latest` is at least these. */
const newestKnown = { vllm: '0.32.0', sglang: '0.5.23' } as const;

/** Reads engine, version, arguments and variables from how a target is started. */
export function deployedEngine(target: PlanTarget, deploy: DeploymentPlan): DeployedEngine {
  const words = wordsOf(deploy);
  const engine = target.engine ?? engineIn(deploy, words);
  const written = deploy.kind === 'docker' ? versionOfImage(deploy.docker.image) : null;
  const assumed =
    written === null && deploy.kind === 'docker' && isUnpinned(deploy.docker.image) && engine !== null
      ? newestOf(engine)
      : null;
  return {
    engine,
    engineVersion: written ?? assumed,
    versionAssumed: assumed !== null,
    arguments: words,
    variables: variablesOf(deploy).map(({ name }) => name),
  };
}

/** The environment variables of a deployment. */
export const variablesOf = (deploy: DeploymentPlan) =>
  deploy.kind === 'docker' ? deploy.docker.env : deploy.process.env;

/** The arguments of a deployment, as they are written. */
export const argumentsOf = (deploy: DeploymentPlan): readonly WrittenValue[] =>
  deploy.kind === 'docker' ? deploy.docker.args : deploy.process.command;

/** Whether an image may be another one tomorrow: no tag or `latest`, and no digest. */
export const isUnpinned = (image: string): boolean =>
  !image.includes('@sha256:') && ['latest', null].includes(tagOf(image));

const wordsOf = (deploy: DeploymentPlan): readonly string[] =>
  argumentsOf(deploy).map((word) => (word.kind === 'text' ? word.text : ''));

function engineIn(deploy: DeploymentPlan, words: readonly string[]): 'vllm' | 'sglang' | null {
  const places = deploy.kind === 'docker' ? [deploy.docker.image] : words.slice(0, 3);
  const named = (name: string): boolean => places.some((place) => place.toLowerCase().includes(name));
  if (named('vllm') === named('sglang')) return null;
  return named('vllm') ? 'vllm' : 'sglang';
}

/** The tag; a registry's port stands before the last slash. */
function tagOf(image: string): string | null {
  const name = image.replace(/@sha256:.*$/, '');
  return /:([^:/]+)$/.exec(name)?.[1] ?? null;
}

function versionOfImage(image: string): string | null {
  return /^v?(\d+\.\d+(?:\.\d+)?)/.exec(tagOf(image) ?? '')?.[1] ?? null;
}

const newestOf = (engine: 'vllm' | 'sglang' | 'other'): string | null =>
  engine === 'other' ? null : newestKnown[engine];
