import { expect, test } from 'vitest';
import { borderOf } from './capacity-border.ts';
import { evidenceByLevel, isDecided, type LevelEvidence, stateOf } from './level-evidence.ts';
import { exampleOutcome, invalidTrust } from './testing/noisy-server.ts';

/** One level from letters: kept, broken, unjudged, client. */
function levelOf(stages: string, level = 8): LevelEvidence {
  const outcomes = [...stages].map((letter) =>
    exampleOutcome({
      level,
      kept: letter === 'u' ? null : letter !== 'b',
      ...(letter === 'c' ? { trust: invalidTrust('start-lag', 'late') } : {}),
    }),
  );
  const [evidence] = evidenceByLevel(outcomes);
  if (evidence === undefined) throw new Error('no stage');
  return evidence;
}

test.each([
  // stages, state, decided in best of three
  ['k', 'kept', false],
  ['kk', 'kept', true],
  ['kbk', 'kept', true],
  ['kb', 'undecided', false],
  ['bkb', 'broken', true],
  ['u', 'unjudged', true],
  ['uk', 'kept', false],
  ['c', 'undecided', false],
  ['ck', 'kept', false],
  ['cc', 'unmeasurable', true],
  ['ckkc', 'unmeasurable', true],
  ['cu', 'undecided', false],
  // No more stages are spent on a level that stays a draw.
  ['kbuuu', 'broken', true],
  ['cuuuu', 'broken', true],
  ['kuuuu', 'kept', true],
] as const)('the stages %s are %s', (stages, state, decided) => {
  expect(stateOf(levelOf(stages), 3)).toBe(state);
  expect(isDecided(levelOf(stages), 3)).toBe(decided);
});

test.each([
  // levels in ascending order, the kept one and the upper one of the border
  ['k k b b', 2, 3],
  ['k b k', 1, 2],
  ['b k', null, 1],
  ['u k b', 2, 3],
  ['k u', 1, 2],
  ['k u k', 3, null],
  ['u u', null, null],
  ['u b', null, 2],
  ['k cc', 1, 2],
  ['k k', 2, null],
] as const)('the border of %s', (stages, kept, upper) => {
  const border = borderOf(
    stages.split(' ').map((letters, index) => levelOf(letters, index + 1)),
    3,
  );
  expect([border.kept?.level ?? null, border.upper?.level ?? null]).toEqual([kept, upper]);
});
