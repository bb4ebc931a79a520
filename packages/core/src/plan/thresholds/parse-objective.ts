import {
  type LimitedLatency,
  limitedLatencies,
  type RequestLimit,
  type RequestObjective,
} from '../request-limits.ts';
import { inFixedLatencyOrder } from './objective-text.ts';
import { readLimit } from './read-limit.ts';
import { scanThreshold, splitAtCommas } from './scan-threshold.ts';
import { presetNamed } from './slo-presets.ts';
import { suggestion, thresholdError } from './threshold-error.ts';
import { oneOf } from './threshold-units.ts';

/**
 * What a request has to keep to count as good: `ttft<500ms, tokenGap<50ms`, or the name of a preset. Limits come in a
 * fixed order, whatever the order they were written in. Throws a usage error (exit code 2).
 */
export function parseObjective(text: string): RequestObjective {
  const source = text.trim();
  const preset = presetNamed(source);
  if (preset !== null) return preset.objective;
  if (source === '') throw thresholdError(source, 'there is no limit, such as ttft<500ms');
  const limits = splitAtCommas(source).map((item) => readRequestLimit(item));
  const twice = limits.find((limit, index) => indexOfLatency(limits, limit.latency) !== index);
  if (twice !== undefined) throw thresholdError(source, `${twice.latency} has two limits`);
  return { text: source, limits: inFixedLatencyOrder(limits) };
}

const indexOfLatency = (limits: readonly RequestLimit[], latency: LimitedLatency): number =>
  limits.findIndex((limit) => limit.latency === latency);

function readRequestLimit(text: string): RequestLimit {
  const { source, parts, comparison, limit } = scanThreshold(text);
  const [first, second] = parts;
  const word = first?.word ?? '';
  const latency = limitedLatencies.find((name) => name === word);
  if (latency === undefined) throw thresholdError(source, unknownLatency(word));
  if (second !== undefined || first?.argument !== null) {
    throw thresholdError(
      source,
      `a limit of one request has no statistic: write ${latency}${comparison}${limit}`,
    );
  }
  if (comparison !== '<')
    throw thresholdError(source, `a request keeps a limit by staying below it: write ${latency}<${limit}`);
  const measure = { kind: 'latency', latency, statistic: 'max' } as const;
  const { value } = readLimit(limit, { measure, name: latency, comparison, source });
  return { latency, belowMicros: Number(value) };
}

const unknownLatency = (word: string): string =>
  `${word === '' ? 'the latency is missing' : `"${word}" is no latency of a request`}; there are ${oneOf(limitedLatencies)}${suggestion(word, limitedLatencies)}`;
