import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';

/** Whether all of a stage's requests arrive at one instant. */
export const isBurst = ({ load }: PlannedStage): boolean =>
  load.loop === 'open' && load.arrivals.kind === 'at-once';

/**
 * The measurement of a stage with the window that its load has. An open loop's window closes at the last planned arrival, as
 * what comes after it is a load that fades. Of a burst nothing would be left: all of it arrives at one instant, and what is
 * asked is how it is worked off. So its window lasts until its last request has ended:
 *
 *     rate     |open ===== arrivals =====|close ---- drain ----|
 *     burst    |open = arrivals, answers ======================|close
 *
 * All measured requests end inside, so that the window's figures are those of the whole stage. This is done when all workers
 * have ended, as none of them knows when the last answer of another one comes.
 */
export function withBurstWindow(measurement: StageMeasurement, planned: PlannedStage): StageMeasurement {
  if (!isBurst(planned) || measurement.windowOpen === null) return measurement;
  return { ...measurement, windowClose: measurement.wholeEnd, window: measurement.whole };
}
