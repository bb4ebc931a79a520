import type { LoadLimit, PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { physicalLimitsOf } from '../physical-limit/physical-limits-of.ts';
import { type ClosedLevel, curveLevels } from '../scaling/closed-levels.ts';
import { loadSignRules } from './load-signs.ts';

/** What the search for limits reads. */
type Known = Pick<Result, 'stages' | 'targets' | 'environment' | 'source' | 'analysis'>;

/** From this share of what the hardware allows on, the hardware is what holds a target. */
export const hardwareShare = 0.7;
/** Below this share of the speed that a user got at best, something holds a target, whether it is seen or not. */
export const slowingShare = 0.5;

/**
 * What each target ran into first as users were added, as far as the data shows. At the lightest level with a sign:
 * errors, the client itself, a full KV cache, a queue inside the server, time to first token ten times the lightest's.
 * Without one: the hardware, if 70 % of its limit are reached. A target that shows none and grows on has met nothing that
 * was looked at; where growth bends or stops and nothing shows why, it is unknown.
 */
export function loadLimitsOf(result: Known): LoadLimit[] {
  const limits = physicalLimitsOf(result);
  return result.targets.flatMap(({ name }) => {
    const levels = curveLevels(result.stages, name);
    return levels.length === 0 ? [] : [limitOfTarget(result, name, { levels, limits })];
  });
}

type Seen = { readonly levels: readonly ClosedLevel[]; readonly limits: readonly PhysicalLimit[] };

function limitOfTarget(result: Known, target: string, { levels, limits }: Seen): LoadLimit {
  if (levels.length < 2) return unknown(target, 'too-few-levels');
  const sign = firstSign(levels);
  const hardware = hardwareSign(target, levels, limits);
  const slowing = slowingAt(result, target);
  const isSeen = isWatched(levels);
  if (sign !== null && (hardware === null || sign.users < (hardware.users ?? 0))) {
    return { target, ...sign, reason: null };
  }
  if (hardware !== null) return hardware;
  if (slowing !== null) return unknown(target, isSeen ? 'no-sign' : 'server-not-watched', slowing);
  const users = levels.at(-1)?.users ?? null;
  return { target, cause: 'none-seen', users, evidence: [], reason: isSeen ? null : 'server-not-watched' };
}

function firstSign(
  levels: readonly ClosedLevel[],
): (Pick<LoadLimit, 'cause' | 'evidence'> & { users: number }) | null {
  const [lightest] = levels;
  if (lightest === undefined) return null;
  // The latency of a curve is judged against its own lightest level, which is not the single-user suite's.
  const base = levels.find(({ suite }) => suite === levels.at(-1)?.suite) ?? lightest;
  for (const level of levels) {
    for (const rule of loadSignRules) {
      const sign = rule(level, base);
      if (sign !== null) return { ...sign, users: level.users };
    }
  }
  return null;
}

/** The lightest level above one user whose share of the physical limit is high; one user alone is no load that grew. */
function hardwareSign(
  target: string,
  levels: readonly ClosedLevel[],
  limits: readonly PhysicalLimit[],
): LoadLimit | null {
  const heavier = new Set(levels.slice(1).map(({ users }) => users));
  const found = limits
    .filter((limit) => limit.target === target && limit.phase === 'decode' && heavier.has(limit.users))
    .sort((one, other) => one.users - other.users)
    .find(({ share }) => share !== null && share >= hardwareShare && share <= 1);
  if (found === undefined || found.boundBy === null || found.share === null) return null;
  return {
    target,
    cause: found.boundBy,
    users: found.users,
    evidence: [{ name: 'limitShare', value: found.share, unit: 'share' }],
    reason: null,
  };
}

/** Where growth stops, or at least bends, or leaves each user with less than half of the most that one got. */
function slowingAt(result: Known, target: string): number | null {
  const scaling = result.analysis.scaling.find((candidate) => candidate.target === target);
  const usable = scaling?.points.filter(({ trust }) => trust !== 'invalid') ?? [];
  const speeds = usable.map(({ users, throughput }) => throughput / users);
  const best = Math.max(...speeds);
  // A light level below the best one, as a cold start leaves it, is no slowing.
  const halved = usable.find(
    (_, index) => index > speeds.indexOf(best) && (speeds[index] ?? best) < slowingShare * best,
  );
  return scaling?.saturation?.users ?? scaling?.knee?.users ?? halved?.users ?? null;
}

/** Whether the server's own queue and cache were read at all. */
function isWatched(levels: readonly ClosedLevel[]): boolean {
  return levels.some((level) =>
    level.used.some(
      ({ server }) => (server?.gauges.waiting.mean ?? server?.gauges.kvUse.max ?? null) !== null,
    ),
  );
}

function unknown(
  target: string,
  reason: NonNullable<LoadLimit['reason']>,
  users: number | null = null,
): LoadLimit {
  return { target, cause: 'unknown', users, evidence: [], reason };
}
