import type { Result, ResultProblem } from '@kneepoint/core';
import type { KnownProblemId } from './embedded-problems.ts';
import { foundProblem, problemInResult } from './found-problem.ts';
import { knownProblemOf } from './known-problem-of.ts';
import { matchProblems } from './match-problems.ts';
import { noFacts, type ProblemFacts } from './problem-facts.ts';

type Target = Result['targets'][number];

/** What people meet most with servers of any host, and what they meet on hosts with GPUs. */
const commonAnywhere: readonly KnownProblemId[] = [
  'slow-start',
  'server-unreachable',
  'low-throughput',
  'context-longer-than-model',
  'port-in-use',
];
const commonWithGpus: readonly KnownProblemId[] = [
  'no-kernel-image',
  'cuda-out-of-memory',
  'gpu-not-visible',
];

/**
 * The known problems that concern a result, those with evidence first: announced by its GPUs, drivers, versions and
 * arguments, or common with its engines. Errors come before advice. A simulated server has none.
 */
export function knownProblemsOf(result: Result): ResultProblem[] {
  const real = result.targets.filter(({ simulated }) => !simulated);
  const announced = real.flatMap((target) => announcedFor(target, result));
  if (real.length === 0) return [];
  const named = new Set(announced.map(({ id }) => id));
  const common = [...(result.environment.gpus.length > 0 ? commonWithGpus : []), ...commonAnywhere]
    .filter((id) => !named.has(id))
    .map(
      (id): ResultProblem => ({ target: null, relation: 'common', ...problemInResult(knownProblemOf(id)) }),
    );
  return [...mergeForHost(announced).toSorted(byWeight), ...common];
}

function announcedFor(target: Target, { environment }: Result): ResultProblem[] {
  const [gpu] = environment.gpus;
  const facts: ProblemFacts = {
    ...noFacts,
    gpus: environment.gpus.map(({ computeCapability }) => ({ computeCapability })),
    driver: gpu?.driver ?? null,
    cuda: gpu?.cuda ?? null,
    engine: target.engine,
    engineVersion: target.version,
    arguments: target.deployment?.command ?? [],
  };
  return matchProblems(facts).map((match) => ({
    target: target.name,
    relation: 'announced',
    ...foundProblem(match),
  }));
}

/** What is announced for every target alike is the host's, and is told once. */
function mergeForHost(problems: readonly ResultProblem[]): ResultProblem[] {
  const byId = Map.groupBy(problems, ({ id, signs }) => JSON.stringify([id, signs]));
  return [...byId.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [same.length > 1 ? { ...first, target: null } : first];
  });
}

const byWeight = (left: ResultProblem, right: ResultProblem): number =>
  Number(left.weight === 'advice') - Number(right.weight === 'advice');
