import type { Result } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import type { Block } from '../model/document.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildTarget, figure } from '../testing/index.ts';
import { pageResult } from '../testing/page-result.ts';
import { memorySection } from './memory-section.ts';

const sectionOf = (result: Result): Block[] => memorySection(reportContext(result, catalogues.en));

/** The texts of the rows of each table that is not folded away. */
const tablesOf = (blocks: readonly Block[]): string[][][] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.map(({ text }) => text))] : [],
  );

test('each phase has a row with both targets and who needs less', () => {
  const [phases] = tablesOf(sectionOf(pageResult()));
  expect(phases?.[0]).toEqual(['before the start', '0.50 GB', '0.50 GB', 'the same']);
  expect(phases?.[1]?.slice(1, 3)).toEqual(['31.2 GB', '27.2 GB']);
  expect(phases?.[1]?.[3]).toMatch(/needs 4.00 GB less than vllm$/);
});

test('the highest level is told by its greatest sample, which has to fit, every other phase by its median', () => {
  const [phases] = tablesOf(sectionOf(pageResult()));
  const row = (name: string) => phases?.find(([phase]) => phase === name)?.slice(1, 3);
  expect(row('one user')).toEqual(['31.3 GB', '27.3 GB']);
  expect(row('highest level')).toEqual(['31.4 GB', '27.4 GB']);
});

test('figures that a result only states are compared too', () => {
  const memory = (loaded: number) => {
    const stated = buildTarget('any').memory;
    return { ...stated, loaded: figure('bytes', loaded) };
  };
  const targets = [
    buildTarget('vllm', { memory: memory(31.2e9) }),
    buildTarget('sglang', { memory: memory(27.1e9) }),
  ];
  const [phases] = tablesOf(sectionOf(buildResult([], targets)));
  expect(phases).toEqual([
    ['ready, no request yet', '31.2 GB', '27.1 GB', 'sglang needs 4.10 GB less than vllm'],
  ]);
});

test('what the engine says is told in bytes, and what it does not say is unknown once', () => {
  const blocks = sectionOf(pageResult());
  const engine = tablesOf(blocks)[1];
  // SGLang tells GiB: 15.3 of them are 16.4 GB.
  expect(engine?.[0]).toEqual(['Weights', 'unknown', '16.4 GB']);
  expect(blocks).toContainEqual({
    kind: 'paragraph',
    text: 'Unknown for vllm: the server does not say how it divides its memory.',
    tone: 'plain',
  });
});

test('targets whose memory was read in different ways are not compared by it', () => {
  const result = pageResult();
  const targets = result.targets.map((target, index) =>
    index === 0
      ? target
      : {
          ...target,
          memoryPhases: target.memoryPhases.map((phase) => ({
            ...phase,
            owner: { kind: 'host' as const, measure: 'resident' as const },
          })),
        },
  );
  const [phases] = tablesOf(sectionOf({ ...result, targets }));
  expect(phases?.flat() ?? []).not.toContain('31.2 GB');
});

test('nothing is said of memory where nothing is known', () => {
  expect(sectionOf(buildResult([], [buildTarget('vllm')]))).toEqual([]);
});
