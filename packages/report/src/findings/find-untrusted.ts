import type { Stage } from '@kneepoint/core';
import type { TrustReason } from '../catalogue/statement-parts.ts';
import { type Cell, cell } from '../model/document.ts';
import { allLevels, levelName, type ReportContext } from '../model/report-context.ts';

/** Places named one by one before the rest is only counted; the table of stages names them all. */
const mostPlaces = 6;

type Verdict = 'suspect' | 'invalid';

/** A target at a level whose stages have the same verdict for the same kinds of reasons. */
type Untrusted = {
  readonly place: string;
  readonly verdict: Verdict;
  readonly reasons: readonly TrustReason[];
};

/** One caution for all places that are not trusted for the same reasons, invalid ones first. */
export function findUntrusted(context: ReportContext): Cell[] {
  const { catalogue } = context;
  const groups = Map.groupBy(untrustedPlaces(context), ({ verdict, reasons }) =>
    [verdict, ...reasons.map(({ code }) => code).sort()].join(' '),
  );
  const cells = [...groups.values()].flatMap((group): Cell[] => {
    const [first] = group;
    if (first === undefined) return [];
    const places = group.map(({ place }) => place);
    const reasons = worstReasons(group.flatMap((one) => one.reasons)).map(catalogue.trust);
    const more = Math.max(0, places.length - mostPlaces);
    const text = catalogue.cautions.untrusted(places.slice(0, mostPlaces), more, first.verdict, reasons);
    return [cell(text, first.verdict)];
  });
  return [
    ...cells.filter(({ tone }) => tone === 'invalid'),
    ...cells.filter(({ tone }) => tone === 'suspect'),
  ];
}

function untrustedPlaces(context: ReportContext): Untrusted[] {
  const { catalogue } = context;
  return allLevels(context).flatMap((level) =>
    level.targets.flatMap(({ target, stages }) =>
      (['invalid', 'suspect'] as const).flatMap((verdict): Untrusted[] => {
        const found = stages.filter((stage) => stage.trust.verdict === verdict);
        if (found.length === 0) return [];
        const repeats = found.length === stages.length ? [] : found.map((stage: Stage) => stage.repeat);
        const place = catalogue.cautions.where(target, levelName(catalogue, level), repeats);
        return [{ place, verdict, reasons: worstReasons(found.flatMap((stage) => stage.trust.reasons)) }];
      }),
    ),
  );
}

/** One reason of each code, the one furthest from its limit. */
function worstReasons(reasons: readonly TrustReason[]): TrustReason[] {
  const byCode = new Map<string, TrustReason>();
  for (const reason of reasons) {
    const kept = byCode.get(reason.code);
    if (kept === undefined || distance(reason) > distance(kept)) byCode.set(reason.code, reason);
  }
  return [...byCode.values()];
}

/** How far a value is from its limit, on either side: some limits are the least that was asked for. */
function distance({ value, limit }: TrustReason): number {
  if (value === null || limit === null || value <= 0 || limit <= 0) return 0;
  return Math.abs(Math.log(value / limit));
}
