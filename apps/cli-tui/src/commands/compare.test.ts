import { parsePlan, planStages } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { examplePlan } from './compare.ts';

test('the plan that the help shows is one', () => {
  const plan = parsePlan(examplePlan, 'help');
  expect(planStages(plan)).toHaveLength(2 * 3 * (1 + 4 + 2 + 2));
});
