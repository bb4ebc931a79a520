import type { Stage } from '../../result/stage-schema.ts';
import { type CachingAuditKind, cachingAuditKind } from './caching-audit-stages.ts';
import { cachingMessage } from './caching-message.ts';
import { comparePart, type StagesByKind } from './caching-parts.ts';
import type { CachedShare, CachingVerdict } from './caching-verdict.ts';

/** An interval needs two values on each side. */
const leastRounds = 2;
/** Prompts of both kinds are made alike; beyond this difference a part of any other time is their length. */
const sameLengthShare = 0.05;

/**
 * Judges the stages of a caching audit; others are passed over. Time decides: a repeated prompt that is answered more
 * than a tenth faster, with the whole interval, was not computed anew. Faster to the first token alone means that what
 * was computed of the prompt is kept (a prefix cache); faster beyond it, that answers are. What the server itself says
 * of cached tokens stands beside it. Stages that failed, or whose figures are not to be trusted, are left out.
 */
export function judgeCaching(stages: readonly Stage[]): CachingVerdict {
  const all = byKind(stages);
  const usable = byKind(stages.filter(isUsable));
  const parts = {
    timeToFirstToken: comparePart(usable, ({ whole }) => whole.metrics.ttft.mean),
    timePerLaterToken: comparePart(usable, timePerLaterToken),
    e2e: comparePart(usable, ({ whole }) => whole.metrics.e2e.mean),
  };
  const evidence = {
    rounds: { distinct: usable.distinct.length, repeated: usable.repeated.length },
    ...parts,
    cachedByUsage: sharesOf(usable, ({ tokens }) => ({ hits: tokens.cached, of: tokens.input })),
    cachedByMetrics: sharesOf(usable, ({ server }) => {
      // The window leaves out the warm-up, whose first repeated prompt is new to the server.
      const seen = (server?.window ?? server)?.prefixCache;
      return { hits: seen?.hits ?? null, of: seen?.queries ?? null };
    }),
  };
  const objection = objectionTo(all, usable);
  if (objection !== null) return { verdict: 'inconclusive', keeps: null, message: objection, ...evidence };
  const judged = { ...verdictOf(evidence), ...evidence };
  return { ...judged, message: cachingMessage(judged) };
}

function verdictOf(
  parts: Pick<CachingVerdict, 'timeToFirstToken' | 'timePerLaterToken'>,
): Pick<CachingVerdict, 'verdict' | 'keeps'> {
  const first = parts.timeToFirstToken.finding;
  const later = parts.timePerLaterToken.finding;
  if (later === 'faster') return { verdict: 'cached', keeps: 'answers' };
  if (first === 'faster') return { verdict: 'cached', keeps: 'prefixes' };
  return { verdict: first === 'same' && later === 'same' ? 'not-cached' : 'inconclusive', keeps: null };
}

/** Why there can be no verdict, or `null`. */
function objectionTo(all: StagesByKind, usable: StagesByKind): string | null {
  const fewest = Math.min(usable.distinct.length, usable.repeated.length);
  if (fewest < leastRounds) {
    const lost = all.distinct.length + all.repeated.length > usable.distinct.length + usable.repeated.length;
    return lost
      ? 'too many stages failed, or measured the client instead of the server'
      : `an interval needs ${leastRounds} rounds at least, and there were ${fewest}`;
  }
  const distinct = meanInput(usable.distinct);
  const repeated = meanInput(usable.repeated);
  if (distinct === null || repeated === null || Math.abs(repeated / distinct - 1) <= sameLengthShare)
    return null;
  return `the prompts differ in length: ${Math.round(distinct)} tokens the distinct ones, ${Math.round(repeated)} the repeated one`;
}

const isUsable = (stage: Stage): boolean => stage.status === 'completed' && stage.trust.verdict !== 'invalid';

function byKind(stages: readonly Stage[]): StagesByKind {
  const of = (kind: CachingAuditKind): readonly Stage[] =>
    stages.filter((stage) => cachingAuditKind(stage.id) === kind);
  return { distinct: of('distinct'), repeated: of('repeated') };
}

/**
 * (e2e - time to first token) / tokens after the first, the means of a stage; at least 1 us, because an answer that
 * comes whole in its first event takes none. Without token counts it is the time of all later tokens together.
 */
function timePerLaterToken({ whole, tokens, counts }: Stage): number | null {
  const first = whole.metrics.ttft.mean;
  const last = whole.metrics.e2e.mean;
  if (first === null || last === null) return null;
  const perAnswer =
    tokens.output === null || (counts?.completed ?? 0) === 0
      ? null
      : tokens.output / (counts?.completed ?? 0);
  return Math.max(1, (last - first) / Math.max(1, (perAnswer ?? 2) - 1));
}

/** Tokens of a prompt, the mean over all answers; `null` where a stage does not know them. */
function meanInput(stages: readonly Stage[]): number | null {
  const input = sumOrNull(stages, ({ tokens }) => tokens.input);
  const completed = stages.reduce((sum, { counts }) => sum + (counts?.completed ?? 0), 0);
  return input === null || completed === 0 ? null : input / completed;
}

function sharesOf(
  stages: StagesByKind,
  read: (stage: Stage) => { readonly hits: number | null; readonly of: number | null },
): CachedShare {
  const share = (of: readonly Stage[]): number | null => {
    const hits = sumOrNull(of, (stage) => read(stage).hits);
    const queries = sumOrNull(of, (stage) => read(stage).of);
    return hits === null || queries === null || queries === 0 ? null : hits / queries;
  };
  return { distinct: share(stages.distinct), repeated: share(stages.repeated) };
}

/** The sum; `null` of nothing, or where one is unknown. */
function sumOrNull(stages: readonly Stage[], read: (stage: Stage) => number | null): number | null {
  let sum: number | null = null;
  for (const stage of stages) {
    const value = read(stage);
    if (value === null) return null;
    sum = (sum ?? 0) + value;
  }
  return sum;
}
