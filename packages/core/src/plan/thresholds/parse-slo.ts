import { parseThreshold } from './parse-threshold.ts';
import { splitAtCommas } from './scan-threshold.ts';
import { presetNamed } from './slo-presets.ts';
import type { SloTerm } from './threshold.ts';
import { thresholdError } from './threshold-error.ts';

/**
 * A service level objective over a stage: thresholds without selectors, or names of presets, with commas between them,
 * such as `ttft p95 < 500ms, tokenGap p99 < 50ms, errorRate < 1%`. Throws a usage error (exit code 2).
 */
export function parseSlo(text: string): readonly SloTerm[] {
  const source = text.trim();
  if (source === '') throw thresholdError(source, 'there is no term, such as "ttft p95 < 500ms"');
  return splitAtCommas(source).flatMap((item) => presetNamed(item)?.terms ?? [parseTerm(item)]);
}

function parseTerm(item: string): SloTerm {
  const { selectors, ...term } = parseThreshold(item);
  const [first] = selectors;
  if (first === undefined) return term;
  throw thresholdError(term.text, `an SLO is about one stage, so it has no ${first.kind}(${first.value})`);
}
