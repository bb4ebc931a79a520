import type { Finding, Stage } from '@kneepoint/core';
import type { TrustReason } from '../catalogue/statement-parts.ts';
import { allLevels, levelName, type ReportContext } from '../model/report-context.ts';
import { stagesOf } from './finding-parts.ts';

/** Places named one by one before the rest is only counted; the table of stages names them all. */
const mostPlaces = 6;

/** One caution for all places that are not trusted for the same reasons, with the worst figure of each reason. */
export function writeUntrusted(
  finding: Finding,
  verdict: 'suspect' | 'invalid',
  context: ReportContext,
): string {
  const { cautions, trust } = context.catalogue;
  const stages = stagesOf(finding, context.result);
  const places = placesOf(stages, context);
  const reasons = worstReasons(stages.flatMap((stage) => stage.trust.reasons)).map(trust);
  const more = Math.max(0, places.length - mostPlaces);
  return cautions.untrusted(places.slice(0, mostPlaces), more, verdict, reasons);
}

/** Where the stages are: target and level, with the repeats where not all of them are among these. */
function placesOf(stages: readonly Stage[], context: ReportContext): string[] {
  const { catalogue } = context;
  return allLevels(context).flatMap((level) =>
    level.targets.flatMap(({ target, stages: all }) => {
      const own = all.filter((stage) => stages.includes(stage));
      if (own.length === 0) return [];
      const repeats = own.length === all.length ? [] : own.map((stage) => stage.repeat);
      return [catalogue.cautions.where(target, levelName(catalogue, level), repeats)];
    }),
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
