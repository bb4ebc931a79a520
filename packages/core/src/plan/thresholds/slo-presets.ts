import type { RequestObjective } from '../request-limits.ts';
import { printTerm } from './print-threshold.ts';
import type { SloTerm } from './threshold.ts';
import { suggestion, thresholdError } from './threshold-error.ts';
import { oneOf } from './threshold-units.ts';

/**
 * Limits of MLPerf Inference's server scenario, in milliseconds, at p99 (`*.Server.target_latency_percentile = 99`), as its
 * load generator enforces them: github.com/mlcommons/inference, loadgen/mlperf.conf at commit 001712e9, the lines
 * `MODEL.Server.ttft_latency` and `MODEL.Server.tpot_latency`. Its rules know two settings of the scenario, of which the
 * file calls the stricter one MODEL-interactive. A run passes where the percentile is not above the limit
 * (loadgen/results.cc, PerfConstraintsMet).
 *
 * MLPerf counts from the planned arrival. So do the presets where there is one: in an open loop they limit
 * `ttftResponse`, which holds what a server's queue and the cap on requests in flight make a request wait before it is
 * sent. A closed loop has no schedule; there they limit `ttft`.
 */
const mlperfServerLimits = {
  'mlperf-llama2-70b-server': { ttft: 2000, tpot: 200 },
  'mlperf-llama2-70b-interactive': { ttft: 450, tpot: 40 },
  'mlperf-mixtral-8x7b-server': { ttft: 2000, tpot: 200 },
  'mlperf-llama3.1-405b-server': { ttft: 6000, tpot: 175 },
  'mlperf-llama3.1-405b-interactive': { ttft: 4500, tpot: 80 },
  'mlperf-llama3.1-8b-server': { ttft: 2000, tpot: 100 },
  'mlperf-llama3.1-8b-interactive': { ttft: 500, tpot: 30 },
  'mlperf-deepseek-r1-server': { ttft: 2000, tpot: 80 },
  'mlperf-deepseek-r1-interactive': { ttft: 1500, tpot: 15 },
} as const;

/** An SLO that has a name: over a stage as terms, for one request as an objective. */
export type SloPreset = {
  readonly name: string;
  readonly terms: readonly SloTerm[];
  readonly objective: RequestObjective;
};

/** Every preset. */
export const sloPresets: readonly SloPreset[] = Object.entries(mlperfServerLimits).map(([name, limits]) => ({
  name,
  terms: [
    p99Term({ latency: 'ttft', inOpenLoop: 'ttftResponse' }, limits.ttft),
    p99Term({ latency: 'tpot' }, limits.tpot),
  ],
  objective: {
    text: name,
    // A request without a planned arrival has no `ttftResponse`, which then breaks no limit; of one that has, it is never
    // the smaller of the two.
    limits: [
      { latency: 'ttft', belowMicros: limits.ttft * 1_000 },
      { latency: 'ttftResponse', belowMicros: limits.ttft * 1_000 },
      { latency: 'tpot', belowMicros: limits.tpot * 1_000 },
    ],
  },
}));

/** Their names. */
const presetNames: readonly string[] = sloPresets.map((preset) => preset.name);

/**
 * The preset that a text names, or `null` for a text that is no name: names have a hyphen and neither spaces nor
 * comparisons, so that they look like nothing else in the grammar. Throws a usage error for a name that is not known.
 */
export function presetNamed(text: string): SloPreset | null {
  const name = text.trim();
  const preset = sloPresets.find((known) => known.name === name);
  if (preset !== undefined) return preset;
  if (!/^[\w.-]+$/.test(name) || !name.includes('-')) return null;
  const known = `there are ${oneOf(presetNames)}`;
  throw thresholdError(
    name,
    `there is no preset of this name${suggestion(name, presetNames) || `; ${known}`}`,
  );
}

type PresetLatency =
  | { readonly latency: 'ttft'; readonly inOpenLoop: 'ttftResponse' }
  | { readonly latency: 'tpot' };

function p99Term(latency: PresetLatency, millis: number): SloTerm {
  const term: Omit<SloTerm, 'text'> = {
    span: 'window',
    measure: { kind: 'latency', ...latency, statistic: 'p99' },
    comparison: '<=',
    limit: { unit: 'us', value: millis * 1_000 },
  };
  return { text: printTerm(term), ...term };
}
