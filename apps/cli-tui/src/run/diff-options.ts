import {
  comparedMetricNames,
  type GateOptions,
  gateDefaults,
  nearestName,
  usageError,
} from '@kneepoint/core';
import type { DiffFlags } from '../flags/diff-flags.ts';

/** What `--allow` and `--metric` ask for; a figure that only `--allow` names is compared as well. */
export function diffOptions({ allow, metric }: Pick<DiffFlags, 'allow' | 'metric'>): GateOptions {
  const allowances = allow.map(readAllowance);
  const general = allowances.filter((allowance) => allowance.metric === null);
  if (general.length > 1)
    throw usageError(
      'flag-value',
      '--allow gives two changes for all figures',
      'give one, as in: --allow 3%',
    );
  const own = allowances.flatMap(({ metric: name, share }) =>
    name === null ? [] : [[name, share] as const],
  );
  const asked = metric.flatMap((list) => list.split(',')).map((name) => knownMetric('--metric', name.trim()));
  return {
    allowed: general[0]?.share ?? gateDefaults.allowed,
    allowedByMetric: Object.fromEntries(own),
    metrics: [
      ...new Set([...(asked.length > 0 ? asked : gateDefaults.metrics), ...own.map(([name]) => name)]),
    ],
  };
}

function readAllowance(text: string): { readonly metric: string | null; readonly share: number } {
  const [, metric, percent] = /^\s*(?:([^=]*)=)?\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
  const share = Number(percent) / 100;
  if (percent === undefined || !(share < 1))
    throw usageError(
      'flag-value',
      `--allow ${JSON.stringify(text)} is not a change in per cent below 100`,
      'for example: --allow 3%, or --allow ttftP99=20%',
    );
  return { metric: metric === undefined ? null : knownMetric('--allow', metric.trim()), share };
}

function knownMetric(flag: string, name: string): string {
  if (comparedMetricNames.some((known) => known === name)) return name;
  const near = nearestName(name, comparedMetricNames);
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(name)} is no figure that results are compared by`,
    near === null ? `one of: ${comparedMetricNames.join(', ')}` : `did you mean ${near}?`,
  );
}
