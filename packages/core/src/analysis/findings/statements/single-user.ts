import { meanFigure, meanLatency, middlePercentile, targetValues } from '../../levels/level-values.ts';
import type { LevelTarget } from '../../levels/measured-level.ts';
import { notSteadySingleUsers } from '../../levels/not-steady.ts';
import { comparisonsAt, headlineStanding } from '../../levels/standing.ts';
import { type FindingRule, inUnit, standsOn, statement } from '../finding-rule.ts';

/** The speed of a single user: of one target with its time to first token, of several with who is ahead. */
export const singleUser: FindingRule = ({ result, levels }) => {
  const level = levels.singleUser;
  if (level === null || level.targets.some(({ verdict }) => verdict === 'invalid')) return [];
  const speeds = targetValues(level, (target) => meanFigure(target, (stage) => stage.metrics.requestSpeed));
  if (speeds.length === 0) return [];
  const targets = inUnit(speeds, 'tok/s');
  const [only] = level.targets;
  if (speeds.length === 1 && level.targets.length === 1 && only !== undefined)
    return [statement('single-user', { ...standsOn([level]), targets, ...firstToken(only) })];
  if (speeds.length < 2) return [];
  const standing = headlineStanding(comparisonsAt(result, level, 'requestSpeed'));
  // The sentence must not be read without this, so it is part of it.
  const [notSteady] = notSteadySingleUsers(result, levels);
  const names = notSteady === undefined ? {} : { notSteady: notSteady.target };
  return [statement('single-user', { ...standsOn([level]), targets, standing, names })];
};

/** The median, or the mean where there are too few requests for one. */
function firstToken(target: LevelTarget) {
  const median = middlePercentile(target, 'ttft', 'p50');
  const time = median ?? meanLatency(target, 'ttft');
  if (time === null) return {};
  return {
    names: { statistic: median === null ? 'mean' : 'p50' },
    numbers: { ttft: [time, 'us'] as const },
  };
}
