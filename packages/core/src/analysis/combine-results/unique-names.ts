import type { Result } from '../../result/result-file.ts';

/** The new names of one result's targets, by the old ones. */
export type TargetNames = ReadonlyMap<string, string>;

/**
 * Names for the targets of several results, so that none comes twice: a name that only one result has stays, any other
 * gets its result's name in brackets, and a number where that is the same too.
 */
export function uniqueNames(
  results: readonly Pick<Result, 'name' | 'targets' | 'failures'>[],
): TargetNames[] {
  const namesOf = results.map(({ targets, failures }) => [
    ...new Set([...targets.map(({ name }) => name), ...failures.map(({ target }) => target)]),
  ]);
  const counts = new Map<string, number>();
  for (const name of namesOf.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set<string>([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
  return results.map((result, index) => {
    const entries = (namesOf[index] ?? []).map((name): [string, string] => {
      if (counts.get(name) === 1) return [name, name];
      const unique = freeName(`${name} (${result.name}`, taken);
      taken.add(unique);
      return [name, unique];
    });
    return new Map(entries);
  });
}

/** The first of `start)`, `start 2)`, `start 3)` ... that is not taken. */
function freeName(start: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `${start})` : `${start} ${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}
