import { parsePlan } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { wordsOf } from '../words/words-of.ts';
import type { FoundServer } from './find-servers.ts';
import { targetNames, thoroughnesses, writtenPlan } from './written-plan.ts';

const vllm: FoundServer = {
  url: 'http://127.0.0.1:8001',
  engine: 'vllm',
  version: '0.32.0',
  api: 'openai-chat',
  model: 'Qwen/Qwen3-8B',
};
const other: FoundServer = { ...vllm, url: 'http://127.0.0.1:8080', engine: 'other', version: null };

test.each(thoroughnesses)('a %s plan is one that compare takes', (thoroughness) => {
  const text = writtenPlan({
    name: 'mine',
    path: 'plan.yaml',
    servers: [vllm, other],
    thoroughness,
    languages: ['ko', 'zh'],
    remarks: wordsOf('en').init.plan,
  });
  const plan = parsePlan(text, 'plan.yaml');
  expect(plan.targets.map(({ name }) => name)).toEqual(['vllm', 'server']);
  expect(plan.suites.map(({ kind }) => kind)).toEqual(['single-user', 'concurrency', 'languages']);
  expect(plan.report.languages).toEqual(['ko', 'zh']);
});

test('what stands behind a remark can be taken in', () => {
  const text = writtenPlan({
    name: 'mine',
    path: 'plan.yaml',
    servers: [vllm],
    thoroughness: 'usual',
    languages: ['en'],
    remarks: wordsOf('en').init.plan,
  });
  const all = text.replace(/^( *)# (?=- \{ kind|thresholds)/gm, '$1');
  const plan = parsePlan(all, 'plan.yaml');
  expect(plan.suites.map(({ kind }) => kind)).toContain('rate');
  expect(plan.thresholds).toHaveLength(2);
});

test('servers of one engine are numbered', () => {
  expect(targetNames([vllm, other, vllm])).toEqual(['vllm-1', 'server', 'vllm-2']);
});

test('the name of a model cannot end its remark', () => {
  const hostile = { ...vllm, model: 'x\nrepeats: 99\n#' };
  const text = writtenPlan({
    name: 'mine',
    path: 'plan.yaml',
    servers: [hostile],
    thoroughness: 'quick',
    languages: ['en'],
    remarks: wordsOf('en').init.plan,
  });
  expect(parsePlan(text, 'plan.yaml').repeats).toBe(1);
});
