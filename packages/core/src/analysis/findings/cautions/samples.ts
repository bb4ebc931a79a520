import type { Stage } from '../../../result/stage-schema.ts';
import { type MeasuredLevel, measuredLevels } from '../../levels/measured-level.ts';
import { caution, type FindingRule } from '../finding-rule.ts';

/** Planned requests of an open loop that were never sent, level by level. */
export const dropped: FindingRule = ({ levels }) =>
  levels.rates.flatMap((level) => {
    const stages = level.targets.flatMap((target) => target.stages);
    const lost = totalOf(stages, 'dropped');
    if (lost === 0) return [];
    return [
      caution('dropped', {
        stages: stages.map(({ id }) => id),
        numbers: { dropped: [lost, 'requests'], planned: [totalOf(stages, 'planned'), 'requests'] },
      }),
    ];
  });

const totalOf = (stages: readonly Stage[], name: 'dropped' | 'planned'): number =>
  stages.reduce((sum, { counts }) => sum + (counts?.[name] ?? 0), 0);

/** Every level ran once: nothing is known of how runs differ. */
export const oneRepeat: FindingRule = ({ result: { stages } }) =>
  stages.length > 0 && stages.every(({ repeat }) => repeat === 1)
    ? [caution('one-repeat', { severity: 'note', repeats: 1 })]
    : [];

/** Levels whose time to first token has samples, but too few for a percentile that the tables print. */
export const tooFewSamples: FindingRule = ({ result }) => {
  const levels = measuredLevels(result, () => true);
  return (['p50', 'p99'] as const).flatMap((percentile) => {
    const without = levels.filter((level) => lacksPercentile(level, percentile));
    if (without.length === 0) return [];
    const stages = without.flatMap(({ targets }) => targets.flatMap(({ used }) => used.map(({ id }) => id)));
    return [
      caution('too-few-samples', {
        severity: 'note',
        stages,
        names: { percentile },
        numbers: { levels: [without.length, 'count'], of: [levels.length, 'count'] },
      }),
    ];
  });
};

function lacksPercentile({ load, targets }: MeasuredLevel, percentile: 'p50' | 'p99'): boolean {
  const latency = load.loop === 'open' ? 'ttftResponse' : 'ttft';
  return targets
    .flatMap(({ used }) => used)
    .some(
      ({
        metrics: {
          [latency]: { count, [percentile]: value },
        },
      }) => (count ?? 0) > 0 && value === null,
    );
}
