import {
  type FileFacts,
  micros,
  openStop,
  type PlannedLoad,
  parseWarmup,
  type StageLimit,
  usageError,
  type WarmupLimit,
} from '@kneepoint/core';
import { duration, positiveWhole, taken } from './parse-flags.ts';

/** The flags that say what of a level is measured. */
export type EndFlags = { readonly requests?: string; readonly duration?: string; readonly warmup?: string };

const defaultDuration = '10s';

/** The end that the flags name, or `null`. */
export function givenStop({ requests, duration: time }: EndFlags): StageLimit | null {
  if (requests !== undefined && time !== undefined)
    throw usageError('flags-exclude', '--requests and --duration exclude each other', 'give one of them');
  if (requests !== undefined) return { kind: 'requests', count: positiveWhole('--requests', requests) };
  return time === undefined ? null : { kind: 'duration', micros: duration('--duration', time) };
}

/** The warm-up that the flags name, or `null`. */
export function givenWarmup({ warmup }: EndFlags): WarmupLimit | null {
  return warmup === undefined ? null : taken('--warmup', parseWarmup(warmup), '--warmup 5s, or --warmup 20');
}

/** Levels of users and of one rate last ten seconds where nothing else is said; other arrivals end by themselves. */
export function benchStop(
  flags: EndFlags,
  load: PlannedLoad,
  warmup: WarmupLimit,
  files: FileFacts,
): StageLimit {
  const given = givenStop(flags);
  if (load.loop === 'open' && !hasOneRate(load)) return openStop(load.arrivals, given, warmup, files);
  return given ?? { kind: 'duration', micros: duration('--duration', defaultDuration) };
}

/**
 * `--requests N` sends exactly N unless a warm-up is asked for; a timed level warms up with one request per user, or for a
 * second of its rate.
 */
export function benchWarmup(flags: EndFlags, load: PlannedLoad): WarmupLimit {
  const given = givenWarmup(flags);
  if (given !== null) return given;
  if (flags.requests !== undefined) return { kind: 'requests', count: 0 };
  if (load.loop === 'closed') return { kind: 'requests', count: load.users };
  return hasOneRate(load) ? { kind: 'duration', micros: micros(1_000_000) } : { kind: 'requests', count: 0 };
}

const hasOneRate = (load: PlannedLoad): boolean =>
  load.loop === 'open' && 'requestsPerSecond' in load.arrivals;
