import { expectedSeconds, type PlannedStage } from '@kneepoint/core';

/** What a stage is expected to take: the seconds that its plan names, and whether it counts requests besides. */
export type StageSeconds = {
  readonly seconds: number;
  /** Whether something of it takes as long as the server needs for a number of requests. */
  readonly countsRequests: boolean;
};

/** The time of a stage as far as its plan says it; answers that are still under way at its end come on top. */
export function stageSeconds({ load, stop, warmup }: PlannedStage): StageSeconds {
  const warm = limitSeconds(warmup);
  const main = limitSeconds(stop);
  if (main !== null) return { seconds: (warm ?? 0) + main, countsRequests: warm === null };
  // Arrivals come when the plan says, however the server answers.
  const arrivals =
    load.loop === 'open' && stop.kind === 'requests' ? expectedSeconds(load.arrivals, stop.count) : null;
  const known = arrivals !== null && Number.isFinite(arrivals);
  return { seconds: (warm ?? 0) + (known ? arrivals : 0), countsRequests: !known || warm === null };
}

/** `null` for a number of requests; none at all take no time. */
function limitSeconds(limit: PlannedStage['warmup']): number | null {
  if (limit.kind === 'requests') return limit.count === 0 ? 0 : null;
  return limit.micros / 1_000_000;
}
