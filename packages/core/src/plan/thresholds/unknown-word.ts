import { selectorKinds } from './read-selector.ts';
import type { Part } from './scan-threshold.ts';
import { suggestion } from './threshold-error.ts';
import { metricNames } from './threshold-metrics.ts';

/** What other tools call our metrics; too far from our names for a slip of the keys. */
const calledElsewhere: Readonly<Record<string, string>> = {
  itl: 'tokenGap',
  intertokenlatency: 'tokenGap',
  timetofirsttoken: 'ttft',
  timeperoutputtoken: 'tpot',
  latency: 'e2e',
  requestlatency: 'e2e',
  throughput: 'outputThroughput',
  tps: 'outputThroughput',
  rps: 'requestThroughput',
  errors: 'errorRate',
  failurerate: 'errorRate',
};

/** What is wrong with a word that is neither a selector nor a metric, with the name that was probably meant. */
export function unknownWord({ word, argument }: Part): string {
  if (argument !== null && metricNames.includes(word)) return `"${word}" takes nothing in brackets`;
  if (argument !== null)
    return `there is no selector "${word}"${suggestion(word, [...selectorKinds, 'goodput'])}`;
  const elsewhere = calledElsewhere[word.toLowerCase()];
  if (elsewhere !== undefined) return `there is no metric "${word}"; it is called ${elsewhere} here`;
  return `there is no metric "${word}"${suggestion(word, metricNames)}`;
}
