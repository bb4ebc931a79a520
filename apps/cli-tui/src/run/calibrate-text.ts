import {
  addedError,
  type CalibratedFigure,
  type CalibrationLevel,
  type HostCalibration,
  levelFaults,
} from '@kneepoint/core';
import type { CalibrateWords } from '../words/calibrate-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
import { alignedColumns } from './aligned-columns.ts';

/** What the text of a calibration says. */
export type CalibrationTextParts = {
  /** `null` where no level was carried. */
  readonly calibration: HostCalibration | null;
  readonly levels: readonly CalibrationLevel[];
  readonly requestsPerSecond: number | null;
  /** The file that keeps it. */
  readonly keptIn: string | null;
  readonly language: MessageLanguage;
};

/** The levels as a table, and the ceiling in a sentence. */
export function calibrationText({
  calibration,
  levels,
  requestsPerSecond,
  keptIn,
  language,
}: CalibrationTextParts): string {
  const words = wordsOf(language).calibrate;
  const { columns } = words;
  const head = [
    ...[columns.ofCeiling, columns.users, columns.offered, columns.read, columns.ttftMean],
    ...[columns.gapP50, columns.gapP99, columns.lastEvent, columns.workerCpu, ''],
  ];
  const ceiling = calibration?.ceilingEventsPerSecond ?? null;
  const rows = [...levels]
    .sort((left, right) => left.users - right.users)
    .map((level) => levelCells(level, ceiling, words));
  const answers = requestsPerSecond === null ? '' : ` ${words.fourTokenAnswers(whole(requestsPerSecond))}`;
  const kept = keptIn === null ? '' : `${words.keptIn(keptIn)}\n`;
  return `${alignedColumns([head, ...rows])}\n${sentence(calibration, words)}${answers}\n${words.explanation}\n${kept}`;
}

function levelCells(level: CalibrationLevel, ceiling: number | null, words: CalibrateWords): string[] {
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
    faults.length === 0 ? '' : level.attempts > 1 ? words.twice(faults.join(', ')) : faults.join(', '),
  ];
}

function sentence(calibration: HostCalibration | null, words: CalibrateWords): string {
  if (calibration === null) return words.carriedNone;
  return words.reads(whole(calibration.ceilingEventsPerSecond), !calibration.bounded);
}

/** What the client added to the server's own figure. */
function errorText(figure: CalibratedFigure): string {
  const added = addedError(figure);
  return added === null ? '-' : `${added < 0 ? '' : '+'}${(added / 1000).toFixed(2)} ms`;
}

const whole = (value: number | null): string =>
  value === null ? '-' : Math.round(value).toLocaleString('en-US');
