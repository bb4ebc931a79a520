import type { Named, Outcome } from '../catalogue/statement-parts.ts';
import { type Level, repeatedFigure } from '../model/level.ts';
import { headlineOutcome, outcomesOf } from '../model/outcome.ts';
import type { ReportContext } from '../model/report-context.ts';

/** Every target's output throughput (or speed of a request) at a level, and what the comparison of them says. */
export function throughputAt(
  context: ReportContext,
  level: Level,
  metric: 'outputThroughput' | 'requestSpeed' = 'outputThroughput',
): { rates: Named[]; outcome: Outcome } {
  const rates = level.targets.flatMap((target) => {
    const figure = repeatedFigure(target, (stage) => stage.metrics[metric]);
    return figure === null ? [] : [{ target: target.target, value: figure.mean }];
  });
  return { rates, outcome: headlineOutcome(outcomesOf(context.result, level, metric)) };
}
