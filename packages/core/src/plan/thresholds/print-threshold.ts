import { objectiveText } from './objective-text.ts';
import { limitText } from './quantity-text.ts';
import type { Measure, Threshold, ThresholdTerm } from './threshold.ts';

/** A threshold in its one way to be written: parsing it gives the threshold back. */
export function printThreshold(threshold: Threshold): string {
  const selectors = threshold.selectors.map((selector) => `${selector.kind}(${selector.value}).`);
  return `${selectors.join('')}${printTerm(threshold)}`;
}

/** A term of an SLO in its one way to be written. */
export function printTerm(term: Omit<ThresholdTerm, 'text'>): string {
  const span = term.span === 'whole' ? 'whole.' : '';
  return `${span}${measureText(term.measure)} ${term.comparison} ${limitText(term.limit)}`;
}

function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'latency':
      return `${measure.latency} ${measure.statistic}`;
    case 'certified':
      return `${measure.latency} certified ${measure.percentile}`;
    case 'rate':
      return measure.rate;
    case 'concurrency':
      return `concurrency ${measure.statistic}`;
    case 'error-rate':
      return 'errorRate';
    case 'count':
      return measure.count;
    case 'goodput':
      return `goodput(${objectiveText(measure.objective.limits)})`;
    case 'trust':
      return 'trust';
  }
}
