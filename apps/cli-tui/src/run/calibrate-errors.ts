import {
  addedError,
  type CalibratedFigure,
  type CalibrationLevel,
  type HostCalibration,
  levelFaults,
} from '@kneepoint/core';

/** What the client added at each level that was carried, from the lightest to the ceiling, as it is kept for the host. */
export function errorsUpToCeiling(
  levels: readonly CalibrationLevel[],
  ceilingEventsPerSecond: number,
): HostCalibration['levels'] {
  return levels
    .filter((level) => levelFaults(level).length === 0)
    .flatMap(({ achievedEventsPerSecond: eventsPerSecond, ttftMean, gapP50, gapP99, e2eMean }) =>
      eventsPerSecond === null
        ? []
        : [
            {
              eventsPerSecond,
              share: eventsPerSecond / ceilingEventsPerSecond,
              ttftMean: wholeMicros(ttftMean),
              gapP50: wholeMicros(gapP50),
              gapP99: wholeMicros(gapP99),
              e2eMean: wholeMicros(e2eMean),
            },
          ],
    )
    .sort((left, right) => left.eventsPerSecond - right.eventsPerSecond);
}

function wholeMicros(figure: CalibratedFigure): number | null {
  const added = addedError(figure);
  return added === null ? null : Math.round(added);
}
