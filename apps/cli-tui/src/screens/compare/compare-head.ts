import type { EveryMetricName } from '@kneepoint/core';
import type { CompareWords } from '../../words/compare-words.ts';
import { spreadLine } from '../parts/fit-line.ts';
import { type Line, span } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';

const lowerIsBetter = (metric: EveryMetricName): boolean =>
  metric !== 'outputThroughput' && metric !== 'requestSpeed';

/** The line above a comparison: which metric of how many, and which way is better. */
export function compareHead(
  metrics: readonly EveryMetricName[],
  at: number,
  { words, width, marks }: { readonly words: CompareWords; readonly width: number; readonly marks: Marks },
): Line {
  const metric = metrics[at];
  if (metric === undefined) return [];
  const [before, after] = marks.unicode ? ['◀', '▶'] : ['<', '>'];
  return spreadLine(
    [
      span(`${before} `, 'muted'),
      span(words.metric[metric], 'accent'),
      span(` ${after}`, 'muted'),
      span(`  ${words.better[lowerIsBetter(metric) ? 'lower' : 'higher']}`, 'muted'),
    ],
    [span(words.place({ at: at + 1, all: metrics.length }), 'muted')],
    width,
  );
}
