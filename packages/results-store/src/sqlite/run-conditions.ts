import { and, asc, desc, gte, inArray, type SQL, sql } from 'drizzle-orm';
import { newestFirst, type RunColumn, type RunFilter, type RunOrder } from '../run-query.ts';
import { searchWords } from '../search-text.ts';
import { runsTable } from './schema.ts';

/** The condition of a filter; `undefined` lets every run through. */
export function runCondition(filter: RunFilter): SQL | undefined {
  const { search = '', verdicts = [], target, since } = filter;
  return and(
    // Not LIKE: a word may hold its wildcards.
    ...searchWords(search).map((word) => sql`instr(${runsTable.searchText}, ${word}) > 0`),
    verdicts.length === 0 ? undefined : inArray(runsTable.verdict, [...verdicts]),
    target === undefined ? undefined : hasTarget(target),
    since === undefined ? undefined : gte(runsTable.createdAt, since),
  );
}

/** The cheap test of the text first: the list is parsed only where the name can be in it. */
function hasTarget(target: string): SQL {
  return sql`instr(${runsTable.targets}, ${JSON.stringify(target)}) > 0 AND EXISTS (SELECT 1 FROM json_each(${runsTable.targets}) WHERE value = ${target})`;
}

const expressions: Record<RunColumn, SQL> = {
  created: sql`${runsTable.createdAt}`,
  name: sql`${runsTable.searchText}`,
  targets: sql`lower(${runsTable.targets})`,
  stages: sql`${runsTable.stageCount}`,
  throughput: sql`${runsTable.bestOutputThroughput}`,
  verdict: sql`CASE ${runsTable.verdict} WHEN 'valid' THEN 0 WHEN 'suspect' THEN 1 WHEN 'invalid' THEN 2 ELSE 3 END`,
  exit: sql`${runsTable.exitCode}`,
};

/** The order as SQL: unknown last, then newest first, then by id, so that a page never shows a run twice. */
export function runOrdering({ column, direction }: RunOrder = newestFirst): SQL[] {
  const along = direction === 'ascending' ? asc : desc;
  if (column === 'created') return [along(runsTable.createdAt), along(runsTable.id)];
  const expression = expressions[column];
  const mayBeUnknown = column === 'throughput' || column === 'exit';
  return [
    ...(mayBeUnknown ? [sql`${expression} IS NULL`] : []),
    along(expression),
    desc(runsTable.createdAt),
    desc(runsTable.id),
  ];
}
