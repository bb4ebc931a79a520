import {
  addedError,
  type CalibratedFigure,
  type CalibrationLevel,
  type HostCalibration,
  levelFaults,
} from '@kneepoint/core';
import { alignedColumns } from './aligned-columns.ts';

/** What the text of a calibration says. */
export type CalibrationTextParts = {
  /** `null` where no level was carried. */
  readonly calibration: HostCalibration | null;
  readonly levels: readonly CalibrationLevel[];
  readonly requestsPerSecond: number | null;
  /** The file that keeps it. */
  readonly keptIn: string | null;
};

/** The levels as a table, and the ceiling in a sentence. */
export function calibrationText({
  calibration,
  levels,
  requestsPerSecond,
  keptIn,
}: CalibrationTextParts): string {
  const head = [
    'of ceiling',
    'users',
    'offered/s',
    'read/s',
    'TTFT mean',
    'gap p50',
    'gap p99',
    'worker CPU',
    '',
  ];
  const ceiling = calibration?.ceilingEventsPerSecond ?? null;
  const rows = [...levels]
    .sort((left, right) => left.users - right.users)
    .map((level) => [
      ceiling === null || level.achievedEventsPerSecond === null
        ? '-'
        : `${Math.round((100 * level.achievedEventsPerSecond) / ceiling)} %`,
      String(level.users),
      whole(level.offeredEventsPerSecond),
      whole(level.achievedEventsPerSecond),
      errorText(level.ttftMean),
      errorText(level.gapP50),
      errorText(level.gapP99),
      level.cpuShare === null ? '-' : `${Math.round(100 * level.cpuShare)} %`,
      levelFaults(level).join(', '),
    ]);
  const answers =
    requestsPerSecond === null ? '' : ` Four-token answers: ${whole(requestsPerSecond)} requests/s.`;
  const kept = keptIn === null ? '' : `Kept in ${keptIn}\n`;
  return `${alignedColumns([head, ...rows])}\n${sentence(calibration)}${answers} The simulated server shared this host's cores: against a server elsewhere the ceiling is higher.\n${kept}`;
}

function sentence(calibration: HostCalibration | null): string {
  if (calibration === null)
    return 'This host carried no level: it is too busy, or too slow, to measure truly.';
  const least = calibration.bounded ? '' : 'at least ';
  return `This host reads ${least}${whole(calibration.ceilingEventsPerSecond)} events/s truly.`;
}

/** What the client added to the server's own figure. */
function errorText(figure: CalibratedFigure): string {
  const added = addedError(figure);
  return added === null ? '-' : `${added < 0 ? '' : '+'}${(added / 1000).toFixed(2)} ms`;
}

const whole = (value: number | null): string =>
  value === null ? '-' : Math.round(value).toLocaleString('en-US');
