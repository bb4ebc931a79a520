import type { Result, Stage } from '@kneepoint/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ResultsStore, runVerdicts } from '../results-store.ts';
import { type RunQuery, runColumns } from '../run-query.ts';
import { filteredInMemory } from './filtered-in-memory.ts';
import { sampleResult } from './sample-result.ts';

const names = [
  'qwen3-8b',
  'Qwen3 8B',
  '큐웬 야간 측정',
  '큐웬 야간 측정'.normalize('NFD'),
  'ÉCOLE',
  '100%_',
  '夜间',
];
const targets = ['vllm', 'vllm-2', 'SGLang', '서버 하나', '","', 'a"b'];

/** A result with what a list shows of it. */
const listedResult = fc
  .record({
    id: fc.uuid(),
    name: fc.constantFrom(...names),
    createdAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-01-09'), noInvalidDate: true }),
    targets: fc.uniqueArray(fc.constantFrom(...targets), { maxLength: 3 }),
    verdict: fc.constantFrom(...runVerdicts),
    throughput: fc.option(fc.integer({ min: 1, max: 5 })),
    exit: fc.option(fc.constantFrom(0, 4, 5)),
  })
  .map(({ id, name, createdAt, targets: named, verdict, throughput, exit }) =>
    sampleResult({
      id,
      name,
      createdAt: createdAt.toISOString(),
      targets: named.map(targetNamed),
      stages: verdict === 'no-data' ? [] : [stageOf(verdict, throughput)],
      exit: exit === null ? null : { code: exit, reason: '' },
    }),
  );

const query: fc.Arbitrary<RunQuery> = fc.record(
  {
    search: fc.constantFrom(
      '',
      'qwen',
      'QWEN 8b',
      '야간',
      '야간'.normalize('NFD'),
      'école',
      '%',
      '_',
      'vllm-',
      'SGLANG',
      ' ',
    ),
    verdicts: fc.subarray([...runVerdicts]),
    target: fc.constantFrom(...targets, 'nobody'),
    since: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2026-01-09'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    limit: fc.integer({ min: 0, max: 6 }),
    offset: fc.integer({ min: 0, max: 6 }),
    order: fc.record({
      column: fc.constantFrom(...runColumns),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
  },
  { requiredKeys: [] },
);

function targetNamed(name: string): Result['targets'][number] {
  const [target] = sampleResult().targets;
  if (target === undefined) throw new Error('the sample has no target');
  return { ...target, name };
}

function stageOf(verdict: Stage['trust']['verdict'], throughput: number | null): Stage {
  const [stage] = sampleResult().stages;
  if (stage === undefined) throw new Error('the sample has no stage');
  const outputThroughput: Stage['metrics']['outputThroughput'] =
    throughput === null
      ? { kind: 'unknown', unit: 'tok/s', value: null, reason: 'no token count' }
      : { ...stage.metrics.outputThroughput, kind: 'measured', value: throughput };
  return { ...stage, trust: { verdict, reasons: [] }, metrics: { ...stage.metrics, outputThroughput } };
}

/** What a list of runs can be asked, the same over every dialect. */
export function describeListing(dialect: string, openEmptyStore: () => ResultsStore): void {
  describe(`the list of runs over ${dialect}`, () => {
    let store: ResultsStore;
    beforeEach(() => {
      store = openEmptyStore();
    });
    afterEach(() => store.close());

    test('a query finds what filtering in memory finds, in the same order', () => {
      const stores = fc.uniqueArray(listedResult, { maxLength: 12, selector: (result) => result.id });
      fc.assert(
        fc.property(stores, fc.array(query, { minLength: 1, maxLength: 5 }), (results, queries) => {
          for (const run of store.list()) store.remove(run.id);
          for (const result of results) store.save(result, 'run.json');
          const all = store.list();
          for (const asked of queries) {
            const { limit: _limit, offset: _offset, ...unlimited } = asked;
            const wanted = filteredInMemory(all, unlimited);
            expect(store.list(asked)).toEqual(filteredInMemory(all, asked));
            expect(store.count(asked)).toBe(wanted.length);
            expect(wanted.map((run) => store.positionOf(run.id, asked))).toEqual(wanted.map((_, at) => at));
          }
        }),
        { numRuns: 60 },
      );
    });

    test('a word is found however its letters were typed', () => {
      store.save(sampleResult({ id: '1', name: '큐웬 야간 측정'.normalize('NFD') }), '1.json');
      expect(store.list({ search: '야간' })).toHaveLength(1);
      store.save(sampleResult({ id: '2', name: 'ÉCOLE' }), '2.json');
      expect(store.list({ search: 'école' }).map((run) => run.id)).toEqual(['2']);
    });

    test('every word of a search has to occur, in the name, a target or the id', () => {
      store.save(sampleResult({ id: 'aaa', name: 'night run' }), '1.json');
      store.save(sampleResult({ id: 'bbb', name: 'night' }), '2.json');
      expect(store.list({ search: 'night aa' }).map((run) => run.id)).toEqual(['aaa']);
      expect(store.count({ search: 'VLLM night' })).toBe(2);
    });

    test('an unknown throughput stands last in both directions', () => {
      store.save(sampleResult({ id: 'none', stages: [] }), '1.json');
      store.save(sampleResult({ id: 'some' }), '2.json');
      for (const direction of ['ascending', 'descending'] as const) {
        const order = { column: 'throughput', direction } as const;
        expect(store.list({ order }).map((run) => run.id)).toEqual(['some', 'none']);
      }
    });

    test('a run that is not in the list has no position', () => {
      store.save(sampleResult({ id: 'one' }), '1.json');
      expect(store.positionOf('one', { search: 'nothing' })).toBeNull();
      expect(store.positionOf('other')).toBeNull();
    });

    test('names every target once', () => {
      store.save(sampleResult({ id: '1', targets: ['vllm', 'sglang'].map(targetNamed) }), '1.json');
      store.save(sampleResult({ id: '2', targets: ['vllm'].map(targetNamed) }), '2.json');
      expect(store.targetNames()).toEqual(['sglang', 'vllm']);
    });

    test('a run that is removed is gone, and only with its whole id', () => {
      store.save(sampleResult({ id: 'run-1' }), '1.json');
      expect(store.remove('run')).toBe(false);
      expect(store.remove('run-1')).toBe(true);
      expect(store.count()).toBe(0);
      expect(store.remove('run-1')).toBe(false);
    });

    test('a run that is saved again is found under its new name only', () => {
      store.save(sampleResult({ name: 'before' }), 'run.json');
      store.save(sampleResult({ name: 'after' }), 'run.json');
      expect([store.count({ search: 'before' }), store.count({ search: 'after' })]).toEqual([0, 1]);
    });
  });
}
