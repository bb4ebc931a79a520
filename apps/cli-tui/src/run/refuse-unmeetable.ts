import { checkThresholds, type PlannedStage, type Threshold, thresholdsError } from '@kneepoint/core';

/** Refuses thresholds that no run of these stages can meet, before anything is measured. */
export function refuseUnmeetable(thresholds: readonly Threshold[], stages: readonly PlannedStage[]): void {
  const unmeetable = thresholdsError(checkThresholds(thresholds, stages));
  if (unmeetable !== null) throw unmeetable;
}
