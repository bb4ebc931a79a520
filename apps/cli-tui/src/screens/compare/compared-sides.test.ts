import { oneTargetResult, twoTargetsResult } from '@kneepoint/report/testing';
import { expect, test } from 'vitest';
import { firstChoice, nextBaseline, sidesOf, toggled, withBaseline } from './compared-sides.ts';

const two = twoTargetsResult();
const again = { ...two, id: 'again', name: 'again' };
const one = { ...oneTargetResult(), id: 'one', name: 'one' };

test('every target of every result is a side with its letter, and the result where names are the same', () => {
  expect(sidesOf([two]).map(({ name }) => name)).toEqual(['A vllm', 'B sglang']);
  expect(sidesOf([two, one]).map(({ name }) => name)).toEqual([
    `A vllm (${two.name})`,
    'B sglang',
    'C vllm (one)',
  ]);
  const sameName = [two, { ...two, id: 'later', createdAt: '2026-11-25T09:30:00.000Z' }];
  expect(sidesOf(sameName).map(({ name }) => name)[2]).toBe('C vllm (2026-11-25 09:30)');
});

test('at first the targets of one result meet each other, and of several those of the same name', () => {
  expect(firstChoice(sidesOf([two]))).toEqual({ baseline: 0, included: [0, 1] });
  expect(firstChoice(sidesOf([two, again]))).toEqual({ baseline: 0, included: [0, 2] });
  const other = { ...one, targets: one.targets.map((target) => ({ ...target, name: 'other' })) };
  expect(firstChoice(sidesOf([two, other]))).toEqual({ baseline: 0, included: [0, 2] });
  expect(firstChoice([])).toEqual({ baseline: 0, included: [] });
});

test('any side can be the baseline, which is never left out', () => {
  const choice = { baseline: 0, included: [0, 2] };
  expect(withBaseline(choice, 1)).toEqual({ baseline: 1, included: [0, 1, 2] });
  expect(toggled(choice, 0)).toEqual(choice);
  expect(toggled(choice, 2)).toEqual({ baseline: 0, included: [0] });
  expect(toggled(choice, 3)).toEqual({ baseline: 0, included: [0, 2, 3] });
  expect(nextBaseline(choice).baseline).toBe(2);
  expect(nextBaseline({ ...choice, baseline: 2 }).baseline).toBe(0);
});
