import type { ProblemCondition } from './known-problem.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { isInRange, parseVersionRange } from './version-range.ts';

/** Whether a condition holds; where it does, what holds in words: `driver 555.42.02 (<570)`. */
export type ConditionOutcome =
  | { readonly kind: 'met'; readonly signs: readonly string[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refuted' };

type Part = { readonly kind: 'met'; readonly sign: string | null } | { readonly kind: 'unknown' | 'refuted' };

/** Checks all parts of a condition: one that is refuted refutes it, one that is not known leaves it open. */
export function checkCondition(condition: ProblemCondition, facts: ProblemFacts): ConditionOutcome {
  const parts = partsOf(condition, facts);
  if (parts.some(({ kind }) => kind === 'refuted')) return { kind: 'refuted' };
  if (parts.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown' };
  return {
    kind: 'met',
    signs: parts.flatMap((part) => (part.kind === 'met' && part.sign !== null ? [part.sign] : [])),
  };
}

function partsOf(condition: ProblemCondition, facts: ProblemFacts): readonly Part[] {
  const capabilities = facts.gpus.map(({ computeCapability }) => computeCapability);
  return [
    ...gpuPart(condition, facts),
    ...versionPart('compute capability', condition.computeCapability, capabilities),
    ...versionPart('driver', condition.driver, [facts.driver]),
    ...versionPart('CUDA of the driver', condition.cuda, [facts.cuda]),
    ...enginePart(condition, facts),
    ...versionPart(condition.engine ?? 'engine', condition.engineVersion, [facts.engineVersion]),
    ...listPart(condition.arguments, (wanted) => givenArgument(wanted, facts.arguments)),
    ...listPart(condition.variables, (wanted) => (facts.variables.includes(wanted) ? wanted : null)),
  ];
}

/** One of several GPUs in the range is enough. */
function versionPart(
  name: string,
  written: string | undefined,
  versions: readonly (string | null)[],
): readonly Part[] {
  if (written === undefined) return [];
  const range = parseVersionRange(written) ?? [];
  const known = versions.filter((version) => version !== null);
  const inside = known.find((version) => isInRange(version, range) === true);
  if (inside !== undefined) return [{ kind: 'met', sign: `${name} ${inside} (${written})` }];
  return [{ kind: known.some((version) => isInRange(version, range) === false) ? 'refuted' : 'unknown' }];
}

/** Whether there is a GPU is not worth saying. A host where none was found may be another one than the server's. */
function gpuPart({ hasGpu }: ProblemCondition, { gpus }: ProblemFacts): readonly Part[] {
  if (hasGpu === undefined) return [];
  return [gpus.length > 0 ? { kind: 'met', sign: null } : { kind: 'unknown' }];
}

/** The engine is known to whoever reads its problems. */
function enginePart({ engine }: ProblemCondition, facts: ProblemFacts): readonly Part[] {
  if (engine === undefined) return [];
  if (facts.engine === null) return [{ kind: 'unknown' }];
  return [facts.engine === engine ? { kind: 'met', sign: null } : { kind: 'refuted' }];
}

/** An argument that is not given may still come from a file or a default: it is not known to be absent. */
function listPart(
  wanted: readonly string[] | undefined,
  find: (wanted: string) => string | null,
): readonly Part[] {
  if (wanted === undefined) return [];
  const found = wanted.map(find).find((sign) => sign !== null);
  return [found === undefined ? { kind: 'unknown' } : { kind: 'met', sign: found }];
}

/** `--flag value` and `--flag=value` are the same; vLLM takes `--flag_name` for `--flag-name` too. */
function givenArgument(wanted: string, given: readonly string[]): string | null {
  const [flag = '', value] = splitOnce(wanted);
  for (const [index, argument] of given.entries()) {
    const [name = '', inline] = splitOnce(argument);
    if (name.replaceAll('_', '-') !== flag) continue;
    if (value === undefined) return flag;
    if ((inline ?? given[index + 1]) === value) return `${flag} ${value}`;
  }
  return null;
}

const splitOnce = (text: string): readonly [string, string?] => {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};
