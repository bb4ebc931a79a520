import {
  busyInvalidShare,
  busySuspectShare,
  type CoarseCounts,
  coarseBucketStart,
  delayInvalidFactor,
  delayShareOfMedian,
  droppedSuspectShare,
  errorInvalidRate,
  errorSuspectRate,
  type LiveProgress,
  leastRequestsPerUser,
  type PlannedStage,
  shortWindow,
  startLagFloor,
} from '@kneepoint/core';
import { percentileBucket } from './coarse-counts.ts';
import type { LiveDoubt, LiveStage } from './live-run.ts';

/** What the live verdict looks at; counts and times since the warm-up ended, totals since the stage started. */
export type TrustSight = {
  readonly stage: PlannedStage;
  readonly progress: LiveProgress;
  readonly measuredSeconds: number;
  readonly measuredCompleted: number;
  readonly ttft: CoarseCounts;
  readonly startLag: CoarseCounts;
};

type Finding = { readonly verdict: 'suspect' | 'invalid'; readonly doubt: LiveDoubt };

/**
 * How far the figures of a running stage can be trusted, by the limits of the result's own verdict. Before every user has
 * an answer, or a second was measured, it is too early to say; what already speaks against the figures is named all the same.
 */
export function liveTrust(sight: TrustSight): Pick<LiveStage, 'verdict' | 'doubts'> {
  const findings = [clientBusy(sight), startLag(sight), dropped(sight), late(sight), errors(sight)].filter(
    (found) => found !== null,
  );
  const invalid = findings.filter(({ verdict }) => verdict === 'invalid');
  const suspect = findings.filter(({ verdict }) => verdict === 'suspect');
  const few = fewSamples(sight);
  const doubts = [...invalid, ...suspect].map(({ doubt }) => doubt);
  if (isTooEarly(sight)) return { verdict: 'too-early', doubts: few === null ? doubts : [...doubts, few] };
  const all = few === null ? doubts : [...doubts, few];
  if (invalid.length > 0) return { verdict: 'invalid', doubts: all };
  return { verdict: all.length > 0 ? 'suspect' : 'valid', doubts: all };
}

/** Fewer requests than users can never be in flight at once. */
function wantedAnswers({ load, stop }: PlannedStage): number {
  const users = load.loop === 'closed' ? load.users : 1;
  return leastRequestsPerUser * (stop.kind === 'requests' ? Math.min(users, stop.count) : users);
}

function isTooEarly({ stage, progress, measuredSeconds, measuredCompleted }: TrustSight): boolean {
  if (progress.phase === 'warmup') return true;
  if (progress.phase === 'draining') return false;
  const ended = measuredCompleted + progress.fields.failed;
  return measuredSeconds * 1e6 < shortWindow || ended < wantedAnswers(stage);
}

function fewSamples({ stage, measuredCompleted }: TrustSight): LiveDoubt | null {
  const limit = wantedAnswers(stage);
  return measuredCompleted >= limit ? null : { code: 'few-samples', value: measuredCompleted, limit };
}

function clientBusy({ progress, measuredSeconds }: TrustSight): Finding | null {
  const isShort = measuredSeconds * 1e6 < shortWindow;
  const invalid = isShort ? Number.POSITIVE_INFINITY : busyInvalidShare;
  return above('client-busy', progress.clientCpu, { suspect: busySuspectShare, invalid });
}

/** Open loop only. A bucket counts by where it begins, so that its width accuses nobody. */
function startLag({ stage, ttft, startLag: lags }: TrustSight): Finding | null {
  if (stage.load.loop === 'closed') return null;
  const median = percentileBucket(ttft, 0.5);
  const suspect = Math.max(
    startLagFloor,
    delayShareOfMedian * (median === null ? 0 : coarseBucketStart(median)),
  );
  const lag = percentileBucket(lags, 0.99);
  return above('start-lag', lag === null ? null : coarseBucketStart(lag), {
    suspect,
    invalid: suspect * delayInvalidFactor,
  });
}

function dropped({ progress }: TrustSight): Finding | null {
  const planned = progress.fields.dispatched + progress.dropped;
  return above('dropped', planned === 0 ? null : progress.dropped / planned, onlySuspect);
}

/** Where more than one arrival in a hundred starts late, so does the p99 that the result's verdict looks at. */
function late({ progress }: TrustSight): Finding | null {
  const { dispatched } = progress.fields;
  return above('late', dispatched === 0 ? null : progress.late / dispatched, onlySuspect);
}

function errors({ progress }: TrustSight): Finding | null {
  const { completed, failed } = progress.fields;
  const limits = { suspect: errorSuspectRate, invalid: errorInvalidRate };
  return above('errors', completed + failed === 0 ? null : failed / (completed + failed), limits);
}

type Limits = { readonly suspect: number; readonly invalid: number };
const onlySuspect: Limits = { suspect: droppedSuspectShare, invalid: Number.POSITIVE_INFINITY };

function above(code: LiveDoubt['code'], value: number | null, limits: Limits): Finding | null {
  if (value === null) return null;
  if (value > limits.invalid) return { verdict: 'invalid', doubt: { code, value, limit: limits.invalid } };
  if (value > limits.suspect) return { verdict: 'suspect', doubt: { code, value, limit: limits.suspect } };
  return null;
}
