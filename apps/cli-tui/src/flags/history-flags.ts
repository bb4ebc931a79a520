import { durationProblem, nearestName, usageError } from '@kneepoint/core';
import { type RunOrder, type RunQuery, type RunVerdict, runVerdicts } from '@kneepoint/results-store';
import { duration, oneOf, positiveWhole } from './parse-flags.ts';

/** The flags of `history` as the command line gives them. */
export type HistoryFlags = {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly limit: string;
  readonly search?: string;
  readonly verdict?: string;
  readonly target?: string;
  readonly since?: string;
  readonly sort?: string;
  readonly reverse?: boolean;
};

/** Names of `--sort`, and the direction in which each is mostly wanted: the newest, the fastest, the worst first. */
const orders = {
  when: { column: 'created', direction: 'descending' },
  name: { column: 'name', direction: 'ascending' },
  targets: { column: 'targets', direction: 'ascending' },
  stages: { column: 'stages', direction: 'descending' },
  best: { column: 'throughput', direction: 'descending' },
  trust: { column: 'verdict', direction: 'descending' },
  exit: { column: 'exit', direction: 'descending' },
} as const satisfies Readonly<Record<string, RunOrder>>;

/** What `--sort` takes. */
export const sortNames = ['when', 'name', 'targets', 'stages', 'best', 'trust', 'exit'] as const;

/** The query of the flags; `now` in milliseconds since the epoch. Throws a usage error that names the flag. */
export function historyQuery(flags: HistoryFlags, now: number): RunQuery {
  const { search, verdict, target, since } = flags;
  return {
    limit: positiveWhole('--limit', flags.limit),
    order: orderOf(flags),
    ...(search === undefined ? {} : { search }),
    ...(verdict === undefined ? {} : { verdicts: verdictsOf(verdict) }),
    ...(target === undefined ? {} : { target }),
    ...(since === undefined ? {} : { since: sinceOf(since, now) }),
  };
}

/** Whether the flags keep runs out of the list, but for its limit. */
export const isNarrowed = ({ search, verdict, target, since }: HistoryFlags): boolean =>
  [search, verdict, target, since].some((flag) => flag !== undefined);

function orderOf({ sort = 'when', reverse = false }: HistoryFlags): RunOrder {
  const { column, direction } = orders[oneOf('--sort', sort, sortNames)];
  if (!reverse) return { column, direction };
  return { column, direction: direction === 'ascending' ? 'descending' : 'ascending' };
}

function verdictsOf(text: string): readonly RunVerdict[] {
  return text.split(',').map((word) => {
    const verdict = runVerdicts.find((known) => known === word.trim());
    if (verdict !== undefined) return verdict;
    const near = nearestName(word.trim(), runVerdicts);
    throw usageError(
      'flag-value',
      `--verdict ${JSON.stringify(word.trim())} is not known`,
      `${near === null ? '' : `did you mean ${near}? `}one or more of: ${runVerdicts.join(', ')}`,
    );
  });
}

/** A day, an instant, or how long ago: 7d, 12h. */
function sinceOf(text: string, now: number): string {
  const days = /^(\d+(?:\.\d+)?)d$/.exec(text.trim());
  if (days !== null) return instant(now - Number(days[1]) * 86_400_000, text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text.trim())) return instant(Date.parse(text.trim()), text);
  if (durationProblem(text) !== null) throw wrongSince(text);
  return instant(now - duration('--since', text) / 1000, text);
}

function instant(millis: number, text: string): string {
  const date = new Date(millis);
  if (Number.isNaN(date.getTime())) throw wrongSince(text);
  return date.toISOString();
}

const wrongSince = (text: string): Error =>
  usageError(
    'flag-value',
    `--since ${JSON.stringify(text)} is neither a day nor how long ago`,
    'for example: --since 2026-11-01, --since 7d or --since 12h',
  );
