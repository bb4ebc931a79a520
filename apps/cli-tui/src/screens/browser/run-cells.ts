import type { RunColumn, RunVerdict, StoredRun } from '@kneepoint/results-store';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { trustMark, trustTone } from '../parts/trust-badge.ts';

/** A minute of an ISO instant as a person reads it, with or without its year. */
const whenText = (createdAt: string, width: number): string => {
  const minute = screenText(createdAt.slice(0, 16).replace('T', ' '));
  return width < minute.length ? minute.slice(5) : minute;
};

/** What a run shows in a column of a width. */
export function runCell(
  run: StoredRun,
  column: { readonly column: RunColumn; readonly width: number },
  look: Look,
): Line {
  const { numbers } = look;
  switch (column.column) {
    case 'created':
      return [span(whenText(run.createdAt, column.width))];
    case 'name':
      return [span(screenText(run.name))];
    case 'targets':
      return [span(screenText(run.targets.join(', ')))];
    case 'stages':
      return [span(numbers.count(run.stageCount))];
    case 'throughput':
      return [span(numbers.rate(run.best?.outputTokensPerSecond ?? null))];
    case 'verdict':
      return verdictLine(run.verdict, look);
    case 'exit':
      return [span(run.exitCode === null ? '-' : String(run.exitCode))];
  }
}

/** Sign and word of a run's verdict. */
export function verdictLine(verdict: RunVerdict, { theme, words }: Look): Line {
  const text = words.browser.verdicts[verdict];
  if (verdict === 'no-data') return [span(`- ${text}`, 'muted')];
  return [span(`${trustMark(verdict, theme.marks)} ${text}`, trustTone(verdict))];
}
