import type { StoredRun } from '@kneepoint/results-store';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { verdictLine } from './run-cells.ts';

/** How many lines the selected run takes below the list. */
export const detailRows = 3;

/** The selected run with what the table has no room for: always the same number of lines. */
export function detailPart(run: StoredRun | null, width: number, look: Look): readonly Line[] {
  const { theme, words } = look;
  const rule: Line = [span(theme.marks.rule.repeat(width), 'muted')];
  if (run === null) return [rule, [], []];
  const { browser } = words;
  const gap = span(`  ${theme.marks.separator}  `, 'muted');
  const name: Line = [
    span(' '),
    span(screenText(run.name), 'plain', true),
    gap,
    span(screenText(run.targets.join(', '))),
    gap,
    ...verdictLine(run.verdict, look),
    ...(run.exitCode === null || run.exitCode === 0 ? [] : [gap, span(browser.exit(String(run.exitCode)))]),
  ];
  const best = bestText(run, look);
  const facts: Line = [
    span(' '),
    ...(best === null ? [] : [span(best), gap]),
    span(screenText(run.id), 'muted'),
    ...(run.resultPath === '' ? [] : [gap, span(`${browser.file} ${screenText(run.resultPath)}`, 'muted')]),
  ];
  return [rule, name, facts];
}

function bestText({ best }: StoredRun, { numbers, words }: Look): string | null {
  if (best === null) return null;
  const rate = numbers.rate(best.outputTokensPerSecond);
  return words.browser.bestAt(rate, screenText(best.load), screenText(best.target));
}
