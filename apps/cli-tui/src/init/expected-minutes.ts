import { expectedNumber, type Plan, type PlannedStage, planStages } from '@kneepoint/core';

/** A usual speed of one answer, where nobody has measured this server's yet. */
const usualTokensPerSecond = 60;
/** What passes beside the load of a stage: asking the server, opening connections, waiting for the last answers. */
const besideSeconds = 2;

/** About how long a plan takes, in whole minutes: its times as written, its counted answers at a usual speed. */
export function expectedMinutes(plan: Plan): number {
  const stages = planStages(plan);
  const settle = plan.between.settle / 1e6;
  return Math.round(stages.reduce((sum, stage) => sum + stageSeconds(stage) + settle, 0) / 60);
}

function stageSeconds(stage: PlannedStage): number {
  const answer = expectedNumber(stage.outputTokens) / usualTokensPerSecond;
  const users = stage.load.loop === 'closed' ? stage.load.users : 1;
  const seconds = (limit: PlannedStage['stop'] | PlannedStage['warmup']): number =>
    limit.kind === 'requests' ? Math.ceil(limit.count / users) * answer : limit.micros / 1e6;
  return seconds(stage.warmup) + seconds(stage.stop) + besideSeconds;
}
