import { noAnalysis } from '../../result/no-analysis.ts';
import type { Result } from '../../result/result-file.ts';
import { resultSchemaName } from '../../result/result-schema-name.ts';
import { analyzeResult } from '../analyze-result.ts';
import { combinedEnvironment } from './combined-environment.ts';
import { renamedStages } from './renamed-stages.ts';
import { type TargetNames, uniqueNames } from './unique-names.ts';

/** What puts results together. */
export type CombinedBy = {
  readonly tool: Result['tool'];
  /** The command line, as a reader may repeat it. */
  readonly command: string;
};

/**
 * Several results as one, for one document: every target under a name of its own, stages of the same suite and load side by
 * side, and everything that is derived derived anew. What only one result has stays. Times on the runs' clocks cannot be
 * laid over each other, so the samples over a run are left out. One result comes back as it is, analysed anew.
 */
export function combineResults(results: readonly Result[], by: CombinedBy): Result {
  const [first, ...others] = results;
  if (first === undefined) throw new Error('there is no result to combine');
  if (others.length === 0) return analyzeResult(first);
  const names = uniqueNames(results);
  const parts = results.map((result, index) => renamed(result, names[index] ?? new Map()));
  const capacities = results.flatMap(({ analysis }) => analysis.capacity ?? []);
  return analyzeResult({
    schema: resultSchemaName,
    id: `combined-${results.map(({ id }) => id).join('+')}`,
    name: [...new Set(results.map(({ name }) => name))].join(' + '),
    createdAt:
      results
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .at(-1) ?? first.createdAt,
    tool: by.tool,
    source: { kind: 'combined', results: results.flatMap(sourcesOf) },
    command: by.command,
    plan: { targets: parts.flatMap(({ planned }) => planned) },
    seed: agreedSeed(results),
    salt: null,
    environment: combinedEnvironment(results),
    targets: parts.flatMap(({ targets }) => targets),
    failures: parts.flatMap(({ failures }) => failures),
    knownProblems: parts.flatMap(({ knownProblems }) => knownProblems),
    stages: parts.flatMap(({ stages }) => stages),
    samples: [],
    requests: { file: null, count: results.reduce((sum, { requests }) => sum + requests.count, 0) },
    // A search says what one server carries; of two nobody could tell whose it is.
    analysis: { ...noAnalysis, capacity: capacities.length === 1 ? (capacities[0] ?? null) : null },
    thresholds: [],
    exit: null,
  });
}

type Renamed = Pick<Result, 'targets' | 'failures' | 'knownProblems' | 'stages'> & {
  readonly planned: readonly object[];
};

function renamed(result: Result, names: TargetNames): Renamed {
  const nameOf = (name: string): string => names.get(name) ?? name;
  return {
    targets: result.targets.map((target) => ({ ...target, name: nameOf(target.name) })),
    failures: result.failures.map((failure) => ({ ...failure, target: nameOf(failure.target) })),
    knownProblems: result.knownProblems.map((problem) => ({
      ...problem,
      target: problem.target === null ? null : nameOf(problem.target),
    })),
    stages: renamedStages(result.stages, names),
    planned: plannedTargets(result.plan).map((target) => ({ ...target, name: nameOf(target.name) })),
  };
}

/** How the targets were to be started stands in the plan. */
function plannedTargets(plan: unknown): readonly { readonly name: string }[] {
  if (typeof plan !== 'object' || plan === null || !('targets' in plan) || !Array.isArray(plan.targets))
    return [];
  return plan.targets.filter(
    (target: unknown): target is { readonly name: string } =>
      typeof target === 'object' && target !== null && 'name' in target && typeof target.name === 'string',
  );
}

/** A result that was put together itself is told by its parts. */
function sourcesOf({
  source,
  id,
  name,
  createdAt,
}: Result): readonly { id: string; name: string; createdAt: string }[] {
  return source.kind === 'combined' ? source.results : [{ id, name, createdAt }];
}

function agreedSeed(results: readonly Result[]): string | null {
  const seeds = new Set(results.map(({ seed }) => seed));
  const [only] = seeds;
  return seeds.size === 1 ? (only ?? null) : null;
}
