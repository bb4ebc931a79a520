import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { levelsOf, meanOf } from './levels.ts';

/** What a target reached for one user alone: speed in tokens per second, and the mean response time in seconds. */
export type SingleUser = {
  readonly speed: number;
  readonly seconds: number | null;
  /** Tokens of an answer; where nobody counted them, speed times time. */
  readonly tokens: number | null;
  readonly stages: readonly Stage[];
};

/** The single-user suite of a target, else its level with one user; `null` where neither has a speed. */
export function singleUserOf(result: Result, target: string): SingleUser | null {
  const own = oneUserStages(result, target, 'single-user');
  const stages =
    own.length > 0 ? own : (levelsOf(result, target).find(({ users }) => users === 1)?.stages ?? []);
  const speed = meanOf(stages.map(speedOf));
  if (speed === null) return null;
  const seconds = meanOf(stages.map(secondsOf));
  const counted = meanOf(stages.map(({ lengths }) => lengths.output.mean));
  return { speed, seconds, tokens: counted ?? (seconds === null ? null : speed * seconds), stages };
}

/** Speeds of the languages suite, one user at a time, in tokens per second: by language, lowest, highest and mean. */
export type LanguageSpeeds = { readonly low: number; readonly high: number; readonly mean: number };

/** `null` where no language was measured. */
export function languageSpeedsOf(result: Result, target: string): LanguageSpeeds | null {
  const speeds = oneUserStages(result, target, 'languages')
    .map(speedOf)
    .filter((speed) => speed !== null);
  const mean = meanOf(speeds);
  return mean === null ? null : { low: Math.min(...speeds), high: Math.max(...speeds), mean };
}

/** Stages of one user of a suite that did not fail. */
const oneUserStages = (result: Result, target: string, suite: Stage['suite']): Stage[] =>
  result.stages.filter(
    (stage) =>
      stage.target === target &&
      stage.suite === suite &&
      stage.status !== 'failed' &&
      stage.load.loop === 'closed' &&
      stage.load.users === 1,
  );

/** The speed of a request alone: tokens over its whole time; else the throughput, which is the same for one user. */
export const speedOf = ({ metrics }: Stage): number | null =>
  metrics.requestSpeed.value ?? metrics.outputThroughput.value;

const secondsOf = ({ metrics: { e2e } }: Stage): number | null => {
  const time = e2e.mean ?? e2e.p50;
  return time === null ? null : time / 1_000_000;
};
