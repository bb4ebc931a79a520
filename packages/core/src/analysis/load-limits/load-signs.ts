import type { LoadLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { isWatchedLongEnough } from '../levels/watched-long-enough.ts';
import { type ClosedLevel, meanOverRepeats } from '../scaling/closed-levels.ts';
import { isClientTrustCode } from '../trust-code.ts';

/** What a level shows of a limit that was reached. */
export type LoadSign = Pick<LoadLimit, 'cause' | 'evidence'>;

/** Failures from this share on are the load's doing and no accident. */
export const errorShare = 0.01;
/** From so many requests on that wait inside the server, on average, it has no room for them. */
export const waitingRequests = 1;
/** From this share on the cache of keys and values is full: engines keep a little of it free. */
export const cacheShare = 0.95;
/** From this multiple of its time to first token at the lightest level on, a target's users wait for each other. */
export const latencyGrowth = 10;

type LoadSignRule = (level: ClosedLevel, lightest: ClosedLevel) => LoadSign | null;

/** Every sign, the strongest evidence first; of several at one level the first counts. */
export const loadSignRules: readonly LoadSignRule[] = [
  errorsSign,
  clientSign,
  cacheSign,
  queueSign,
  latencySign,
];

function errorsSign(level: ClosedLevel): LoadSign | null {
  const value = meanOverRepeats(level, (stage) => stage.metrics.errorRate.value);
  if (value === null || value < errorShare) return null;
  return { cause: 'errors', evidence: [{ name: 'errorRate', value, unit: 'share' }] };
}

/** A level that the client could not measure: what the server would have done there is not seen. */
function clientSign({ trust, used }: ClosedLevel): LoadSign | null {
  const reasons = used.flatMap((stage) => stage.trust.reasons).filter(({ code }) => isClientTrustCode(code));
  if (trust !== 'invalid' || reasons.length === 0) return null;
  const evidence = reasons.flatMap(({ code, value }) =>
    value === null ? [] : [{ name: code, value, unit: clientUnits[code] ?? 'count' }],
  );
  return { cause: 'client', evidence: evidence.slice(0, 1) };
}

const clientUnits: Readonly<Record<string, string>> = {
  'client-busy': 'share',
  'event-loop-delay': 'us',
  'reads-waited': 'us',
  'garbage-collection': 'share',
  'connection-waits': 'share',
  'start-lag': 'us',
};

function cacheSign(level: ClosedLevel): LoadSign | null {
  const preemptions = meanOverRepeats(level, (stage) => spanOf(stage)?.preemptions ?? null);
  const use = meanOverRepeats(level, (stage) => spanOf(stage)?.gauges.kvUse.max ?? null);
  const isFull = (preemptions ?? 0) > 0 || (use ?? 0) >= cacheShare;
  if (!isFull) return null;
  return {
    cause: 'kv-cache',
    evidence: [
      ...(preemptions === null || preemptions === 0
        ? []
        : [{ name: 'preemptions', value: preemptions, unit: 'count' }]),
      ...(use === null ? [] : [{ name: 'kvUse', value: use, unit: 'share' }]),
    ],
  };
}

function queueSign(all: ClosedLevel): LoadSign | null {
  const level = { ...all, used: all.used.filter(isWatchedLongEnough) };
  const waiting = meanOverRepeats(level, (stage) => spanOf(stage)?.gauges.waiting.mean ?? null);
  if (waiting === null || waiting < waitingRequests) return null;
  const running = meanOverRepeats(level, (stage) => spanOf(stage)?.gauges.running.max ?? null);
  return {
    cause: 'queue',
    evidence: [
      { name: 'waiting', value: waiting, unit: 'requests' },
      ...(running === null ? [] : [{ name: 'running', value: running, unit: 'requests' }]),
    ],
  };
}

/** Only between levels of one suite: prompts of another length have another time to first token. */
function latencySign(level: ClosedLevel, lightest: ClosedLevel): LoadSign | null {
  const now = meanOverRepeats(level, (stage) => stage.metrics.ttft.mean);
  const before = meanOverRepeats(lightest, (stage) => stage.metrics.ttft.mean);
  if (now === null || before === null || before <= 0 || level.suite !== lightest.suite) return null;
  if (now < latencyGrowth * before) return null;
  return {
    cause: 'latency',
    evidence: [
      { name: 'ttft', value: now, unit: 'us' },
      { name: 'growth', value: now / before, unit: 'ratio' },
    ],
  };
}

/** The server's view of the measurement window, or of the whole stage where no window could be cut. */
function spanOf(stage: Stage) {
  return stage.server?.window ?? stage.server;
}
