import { displayWidth } from '@kneepoint/report';
import { twoTargetsResult } from '@kneepoint/report/testing';
import { expect, test } from 'vitest';
import { keepingContext } from '../explain/testing/context.ts';
import { afterRun } from './after-run.ts';
import { sayNextSteps } from './next-steps.ts';

const result = twoTargetsResult();
const { context } = keepingContext('en');

const commands = (run: Parameters<typeof afterRun>[0]): readonly string[] =>
  afterRun(run, context).map(({ command }) => command);

test('a run with a file leads to its report, its screens and its figures', () => {
  const { id } = result;
  expect(commands({ result, file: 'a.json', inHistory: true })).toEqual([
    'kneepoint report a.json',
    'kneepoint tui',
    `kneepoint history show ${id}`,
  ]);
});

test('a report that is written is read, not written again', () => {
  expect(commands({ result, file: 'a.json', inHistory: false, report: 'out/x/report.html' })).toEqual([
    'out/x/report.html',
  ]);
});

test('an interrupted run can be gone on with', () => {
  const stopped = { ...result, exit: { code: 130, reason: 'interrupted' } };
  expect(commands({ result: stopped, file: 'a.json', inHistory: false })[0]).toContain('--resume a.json');
});

test('where nothing was measured the doctor comes next', () => {
  const stages = result.stages.map((stage) => ({ ...stage, counts: null }));
  expect(commands({ result: { ...result, stages }, file: 'a.json', inHistory: true })).toEqual([
    `kneepoint doctor ${result.targets[0]?.url}`,
  ]);
});

test('next steps are for a person at a terminal, in the width of it', () => {
  const steps = [{ command: 'kneepoint tui', what: '이번 결과와 이전 결과를 화면에서 살펴보기' }];
  const piped = keepingContext('ko');
  sayNextSteps(steps, piped.context);
  expect(piped.said()).toBe('');
  const seen = keepingContext('ko', [], 50);
  sayNextSteps(steps, seen.context);
  expect(seen.said()).toContain('kneepoint tui\n');
  for (const line of seen.said().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(50);
});
