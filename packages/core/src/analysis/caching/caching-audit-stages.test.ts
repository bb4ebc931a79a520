import { expect, test } from 'vitest';
import { createRequestSource } from '../../workload/create-request-source.ts';
import {
  type CachingAuditOptions,
  cachingAuditDefaults,
  cachingAuditKind,
  cachingAuditStages,
} from './caching-audit-stages.ts';

const options: CachingAuditOptions = {
  ...cachingAuditDefaults,
  target: 'server',
  language: 'en',
  salt: 'salt-of-this-run',
  seed: 'seed',
};
const stages = cachingAuditStages(options);
const textOf = (made: CachingAuditOptions): string => {
  const prompts = cachingAuditStages(made).find(({ id }) => id.endsWith('repeated'))?.prompts;
  if (prompts?.kind !== 'fixed') throw new Error('the repeated prompt is a fixed one');
  return prompts.text;
};

test('kinds take turns, and the one that comes first changes, so that drift favours neither', () => {
  expect(stages.map(({ id }) => cachingAuditKind(id))).toEqual([
    'distinct',
    'repeated',
    'repeated',
    'distinct',
    'distinct',
    'repeated',
    'repeated',
    'distinct',
  ]);
  expect(new Set(stages.map(({ id }) => id)).size).toBe(stages.length);
});

test('both kinds have the same load, as many requests, answers of the same length, and a warm-up', () => {
  for (const stage of stages) {
    expect(stage).toMatchObject({
      suite: 'audit',
      load: { loop: 'closed', users: 1 },
      stop: { kind: 'requests', count: 10 },
      warmup: { kind: 'requests', count: 2 },
      outputTokens: { kind: 'fixed', value: 32 },
    });
  }
});

test('distinct prompts are salted each, the repeated one is the same in all of its stages and carries no salt of a request', () => {
  const repeated = stages.filter(({ id }) => cachingAuditKind(id) === 'repeated');
  expect(new Set(repeated.map(({ prompts }) => JSON.stringify(prompts))).size).toBe(1);
  expect(repeated.map(({ salted }) => salted)).toEqual([false, false, false, false]);
  const distinct = stages.filter(({ id }) => cachingAuditKind(id) === 'distinct');
  expect(distinct.map(({ salted, prompts }) => [salted, prompts.kind])).toEqual(
    Array.from({ length: 4 }, () => [true, 'generated']),
  );
});

test('the repeated prompt is new in every run, from its first characters on', () => {
  const other = textOf({ ...options, salt: 'salt-of-another-run' });
  expect(textOf(options)).toBe(textOf({ ...options }));
  expect(other.slice(0, 20)).not.toBe(textOf(options).slice(0, 20));
});

test('the repeated prompt is as long as the distinct ones', () => {
  const [distinct] = stages;
  if (distinct === undefined) throw new Error('no stage');
  const { prompts, inputTokens, outputTokens, language } = distinct;
  const source = createRequestSource({
    seed: 'another',
    salt: 'another',
    language,
    prompts,
    inputTokens,
    outputTokens,
    dataset: null,
    trace: null,
    tokenizer: null,
  });
  const lengths = Array.from({ length: 10 }, (_, index) => source.request(index).text.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(Math.abs(textOf(options).length / mean - 1)).toBeLessThan(0.05);
});

test('stages of other suites are no kind of the audit', () => {
  expect(cachingAuditKind('users-4')).toBeNull();
  expect(cachingAuditKind('my-plan/distinct')).toBeNull();
});
