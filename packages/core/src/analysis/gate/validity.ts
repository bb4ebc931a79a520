import type { Stage } from '../../result/stage-schema.ts';
import { fewestGateRepeats } from './repeats-to-decide.ts';
import type { GateReason } from './result-difference.ts';

/** Lengths that differ by more are other work. */
const allowedLengthChange = 0.05;

/** What is known of the models that answered. */
export type ModelPair = { readonly baseline: string | null; readonly candidate: string | null };

/**
 * What forbids a verdict, whatever the figures say: validity comes before statistics. Another model, other prompts or other
 * lengths are not the same work; failed requests and stages that cannot be trusted are no measurement of it; and of fewer
 * than three repeats nobody knows how runs differ.
 */
export function validityReasons(
  baseline: readonly Stage[],
  candidate: readonly Stage[],
  models: ModelPair,
): readonly GateReason[] {
  // Nothing else can be said of a level that only one side has.
  if (baseline.length === 0 || candidate.length === 0) return ['level-missing'];
  const all = [...baseline, ...candidate];
  const isOtherModel =
    models.baseline !== null && models.candidate !== null && models.baseline !== models.candidate;
  const checks: readonly (readonly [GateReason, boolean])[] = [
    ['different-model', isOtherModel],
    ['different-prompts', promptsOf(baseline).some((prompts) => !promptsOf(candidate).includes(prompts))],
    ['different-lengths', lengthsDiffer(baseline, candidate)],
    ['stage-failed', all.some(({ status }) => status === 'failed')],
    ['stage-partial', all.some(({ status }) => status === 'partial')],
    ['stage-invalid', all.some(({ trust }) => trust.verdict === 'invalid')],
    ['failed-requests', all.some(hasFailures)],
    ['few-repeats', Math.min(baseline.length, candidate.length) < fewestGateRepeats],
  ];
  return checks.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

const hasFailures = ({ counts, metrics }: Stage): boolean =>
  counts === null ? (metrics.errorRate.value ?? 0) > 0 : counts.failed > 0;

/** What was asked for; prompts that are not known are no difference. */
const promptsOf = (stages: readonly Stage[]): readonly string[] =>
  stages.flatMap(({ prompts }) => {
    if (prompts === null) return [];
    const { kind, format, salted, sharedPrefix, inputTokens, outputTokens } = prompts;
    return [JSON.stringify([kind, format, salted, sharedPrefix, inputTokens, outputTokens])];
  });

function lengthsDiffer(baseline: readonly Stage[], candidate: readonly Stage[]): boolean {
  return (['input', 'output'] as const).some((side) => {
    const [one, other] = [baseline, candidate].map((stages) => meanLength(stages, side));
    if (one == null || other == null || one <= 0) return false;
    return Math.abs(other / one - 1) > allowedLengthChange;
  });
}

/** Tokens a request, over all repeats. */
function meanLength(stages: readonly Stage[], side: 'input' | 'output'): number | null {
  const lengths = stages.map((stage) => stage.lengths[side]);
  const count = lengths.reduce((sum, length) => sum + length.count, 0);
  const tokens = lengths.reduce((sum, length) => sum + (length.mean ?? 0) * length.count, 0);
  return count === 0 ? null : tokens / count;
}
