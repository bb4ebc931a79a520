import type { PhysicalLimit } from '@kneepoint/core';
import { type Cell, cell } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A load of a target, as its limit is found by. */
export type LimitPlace = {
  readonly target: string;
  readonly suite: string;
  readonly users: number;
  /** Any language where none is given. */
  readonly language?: string;
};

/** The decode limit of a load with its share; `null` where the limit, the speed, or both are unknown. */
export function limitShareOf(
  { result }: ReportContext,
  { target, suite, users, language }: LimitPlace,
): { readonly share: number; readonly limit: number } | null {
  const isPlace = (candidate: PhysicalLimit): boolean =>
    candidate.phase === 'decode' &&
    candidate.target === target &&
    candidate.suite === suite &&
    candidate.users === users &&
    (language === undefined || candidate.language === language);
  const found = result.analysis.physicalLimits.find(isPlace);
  const { share = null, limit = null } = found ?? {};
  return share === null || limit === null ? null : { share, limit };
}

/**
 * The share of the physical limit that a load reached, for a table of its speed: "73% of at most 109 tok/s". Toned as
 * invalid above 100 %, which cannot be; "unknown" where it is.
 */
export function limitShareCell(context: ReportContext, place: LimitPlace): Cell {
  const found = limitShareOf(context, place);
  const { words, scaling } = context.catalogue;
  if (found === null) return cell(words.unknown, 'muted');
  return cell(scaling.limit.shareOf(found.share, found.limit), found.share > 1 ? 'invalid' : 'plain');
}

/** Whether any load of these suites has a known share, so that a table may have a row for it. */
export function hasLimitShares({ result }: ReportContext, suites: readonly string[]): boolean {
  return result.analysis.physicalLimits.some(
    ({ suite, phase, share }) => phase === 'decode' && share !== null && suites.includes(suite),
  );
}
