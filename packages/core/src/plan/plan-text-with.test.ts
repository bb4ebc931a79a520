import { expect, test } from 'vitest';
import { parsePlan } from './parse-plan.ts';
import { planTextWith } from './plan-text-with.ts';

const plan = `version: 1 # the only one
name: small
targets:
  - { name: a, url: "http://127.0.0.1:1" }
suites:
  - { kind: single-user, requests: 1, outputTokens: 8 }
workers: 2
`;

test('what is always written replaces what stands there; what is missing is added; remarks stay', () => {
  const text = planTextWith(plan, [
    { path: ['workers'], value: 3, where: 'always' },
    { path: ['report', 'languages'], value: ['ko'], where: 'missing' },
    { path: ['name'], value: 'other', where: 'missing' },
  ]);
  const { workers, report, name } = parsePlan(text, 'plan.yaml');
  expect({ workers, languages: report.languages, name }).toEqual({
    workers: 3,
    languages: ['ko'],
    name: 'small',
  });
  expect(text).toContain('# the only one');
});

test('a plan to which nothing changes stays as it is, to the last blank', () => {
  expect(planTextWith(plan, [{ path: ['workers'], value: 9, where: 'missing' }])).toBe(plan);
});
