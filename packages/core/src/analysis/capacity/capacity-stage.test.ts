import { expect, test } from 'vitest';
import { fixedNumber } from '../../plan/number-distribution.ts';
import { micros } from '../../units/units.ts';
import { type CapacityStageOptions, capacityStage } from './capacity-stage.ts';

const common: CapacityStageOptions = {
  vary: 'users',
  target: 'server',
  stop: { kind: 'duration', micros: micros(30_000_000) },
  warmup: { kind: 'steady', micros: micros(30_000_000) },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(200),
  outputTokens: fixedNumber(128),
};

test('users wait for their answers, each repeat of a level a stage of its own', () => {
  const stage = capacityStage({ level: 42, repeat: 2 }, common);
  expect(stage).toMatchObject({
    id: 'capacity/42-users/server/repeat-2',
    suite: 'capacity',
    repeat: 2,
    load: { loop: 'closed', users: 42, thinkTime: null },
    stop: common.stop,
    warmup: common.warmup,
  });
  expect(stage).not.toHaveProperty('vary');
});

test('a rate has Poisson arrivals', () => {
  const stage = capacityStage({ level: 3.5, repeat: 1 }, { ...common, vary: 'rate' });
  expect(stage.id).toBe('capacity/3.5-per-second/server/repeat-1');
  expect(stage.load).toEqual({ loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: 3.5 } });
});
