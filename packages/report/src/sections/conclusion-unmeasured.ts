import { type Result, scoreCategories } from '@kneepoint/core';
import { type UnmeasuredPart, unmeasuredParts } from '../catalogue/score-words.ts';
import { type Cell, cell } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { scorecardIn } from './conclusion-scorecard.ts';

/** Whether a result has anything of a part. */
const isMeasured: Record<UnmeasuredPart, (result: Result) => boolean> = {
  repeats: ({ stages }) => stages.some(({ repeat }) => repeat > 1),
  rates: ({ stages }) => stages.some(({ load }) => load.loop === 'open'),
  languages: ({ stages }) => stages.some(({ suite }) => suite === 'languages'),
  quality: ({ stages }) => stages.some(({ quality }) => quality !== null && quality.verdict !== null),
  'long-prompts': ({ stages }) => stages.some(({ suite }) => suite === 'context'),
  capacity: ({ analysis }) => analysis.capacity !== null,
  'server-metrics': ({ stages }) => stages.some(({ server }) => server !== null && server.samples > 0),
  memory: ({ targets }) =>
    targets.some(({ memory }) => Object.values(memory).some(({ value }) => value !== null)),
  'physical-limit': ({ analysis }) => analysis.physicalLimits.some(({ share }) => share !== null),
  client: ({ stages }) => stages.some(({ generator }) => generator !== null),
};

/** What this result has nothing of, and the categories without stars with why. */
export function unmeasuredItems({ result, catalogue }: ReportContext): Cell[] {
  const { scores: words } = catalogue;
  const parts = unmeasuredParts
    .filter((part) => !isMeasured[part](result))
    .map((part) => cell(words.unmeasured[part]));
  const scores = scorecardIn(result);
  const categories = scoreCategories.flatMap((category) => {
    // That nobody watched the memory is said already.
    if (category === 'memory' && !isMeasured.memory(result)) return [];
    const without = scores.filter((score) => score.category === category && score.stars === null);
    const byReason = Map.groupBy(without, ({ reason }) => reason ?? 'not-measured');
    return [...byReason].map(([reason, own]) =>
      cell(
        words.unmeasuredScore(
          words.category[category],
          own.map(({ target }) => target),
          words.reason[reason],
        ),
      ),
    );
  });
  return [...parts, ...categories];
}
