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
    ...['of ceiling', 'users', 'offered/s', 'read/s', 'TTFT mean', 'gap p50', 'gap p99', 'last event'],
    ...['worker CPU', ''],
  ];
  const ceiling = calibration?.ceilingEventsPerSecond ?? null;
  const rows = [...levels]
    .sort((left, right) => left.users - right.users)
    .map((level) => levelCells(level, ceiling));
  const answers =
    requestsPerSecond === null ? '' : ` Four-token answers: ${whole(requestsPerSecond)} requests/s.`;
  const kept = keptIn === null ? '' : `Kept in ${keptIn}\n`;
  return `${alignedColumns([head, ...rows])}\n${sentence(calibration)}${answers}\n${explanation}\n${kept}`;
}

const explanation =
  'The times are what this client added to those of the simulated server, which shared its cores: against a server elsewhere\n' +
  'the ceiling is higher.';

function levelCells(level: CalibrationLevel, ceiling: number | null): string[] {
  const faults = levelFaults(level);
  const { achievedEventsPerSecond: read, cpuShare } = level;
  const share = ceiling === null || read === null || faults.length > 0 ? null : read / ceiling;
  return [
    share === null ? '-' : `${Math.round(100 * share)} %`,
    String(level.users),
    whole(level.offeredEventsPerSecond),
    whole(read),
    errorText(level.ttftMean),
    errorText(level.gapP50),
    errorText(level.gapP99),
    errorText(level.e2eMean),
    cpuShare === null ? '-' : `${Math.round(100 * cpuShare)} %`,
    faults.length === 0 ? '' : `${level.attempts > 1 ? 'twice: ' : ''}${faults.join(', ')}`,
  ];
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
