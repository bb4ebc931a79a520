import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ResultsStore } from '../results-store.ts';
import { sampleResult } from './sample-result.ts';

/** The behaviour that every dialect of the store keeps; each test gets a new, empty store. */
export function describeResultsStore(dialect: string, openEmptyStore: () => ResultsStore): void {
  describe(`the results store over ${dialect}`, () => {
    let store: ResultsStore;
    beforeEach(() => {
      store = openEmptyStore();
    });
    afterEach(() => store.close());

    test('gives back the result that was saved, whole', () => {
      const result = sampleResult();
      store.save(result, '/results/run.json');
      expect(store.get(result.id)).toMatchObject({ result, resultPath: '/results/run.json' });
    });

    test('keeps one row for a run that is saved twice, the newer one', () => {
      store.save(sampleResult({ stages: [] }), '/results/part.json');
      store.save(sampleResult(), '/results/whole.json');
      expect(store.list()).toHaveLength(1);
      expect(store.list()[0]).toMatchObject({ stageCount: 3, resultPath: '/results/whole.json' });
    });

    test('lists the newest run first and no more than the limit', () => {
      store.save(sampleResult({ id: 'old', createdAt: '2026-01-01T00:00:00.000Z' }), 'old.json');
      store.save(sampleResult({ id: 'new', createdAt: '2026-03-01T00:00:00.000Z' }), 'new.json');
      store.save(sampleResult({ id: 'middle', createdAt: '2026-02-01T00:00:00.000Z' }), 'middle.json');
      expect(store.list().map((run) => run.id)).toEqual(['new', 'middle', 'old']);
      expect(store.list({ limit: 2 }).map((run) => run.id)).toEqual(['new', 'middle']);
    });

    test('shows what a list of runs needs without reading the documents', () => {
      store.save(sampleResult(), 'run.json');
      expect(store.list()).toEqual([
        {
          id: sampleResult().id,
          name: 'qwen3-8b',
          createdAt: '2026-11-24T06:00:00.000Z',
          targets: ['vllm'],
          stageCount: 3,
          verdict: 'valid',
          best: { outputTokensPerSecond: 2832, target: 'vllm', load: 'users(50)' },
          exitCode: 0,
          resultPath: 'run.json',
        },
      ]);
    });

    test('finds a run by the beginning of its id when only one begins so', () => {
      store.save(sampleResult({ id: 'aaa-1' }), '1.json');
      store.save(sampleResult({ id: 'bbb-2' }), '2.json');
      expect(store.get('a')?.id).toBe('aaa-1');
    });

    test('prefers the exact id to longer ids that begin with it', () => {
      store.save(sampleResult({ id: 'run' }), '1.json');
      store.save(sampleResult({ id: 'run-2' }), '2.json');
      expect(store.get('run')?.resultPath).toBe('1.json');
    });

    test('refuses a beginning that several ids share and names them', () => {
      store.save(sampleResult({ id: 'run-1' }), '1.json');
      store.save(sampleResult({ id: 'run-2' }), '2.json');
      expect(() => store.get('run')).toThrowError(
        expect.objectContaining({ code: 'ambiguous-run-id', hint: expect.stringContaining('run-1, run-2') }),
      );
    });

    test('takes wildcards and quotes in an id as they are', () => {
      store.save(sampleResult({ id: 'run-1' }), '1.json');
      expect(store.get('%')).toBeNull();
      expect(store.get('run_1')).toBeNull();
      expect(store.get("' OR 1=1 --")).toBeNull();
    });

    test('answers null for a run that it does not know and for an empty id', () => {
      store.save(sampleResult(), 'run.json');
      expect(store.get('unknown')).toBeNull();
      expect(store.get('')).toBeNull();
    });
  });
}
