import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createConversationSource } from './create-conversation-source.ts';
import { createRequestSource } from './create-request-source.ts';
import { packOf, sourceOptions, traceOf } from './testing/source-options.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What may stay on the heap after requests whose texts are some 160 MB. */
const limitBytes = 4_000_000;

function heapGrowth(work: () => void): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  work();
  collectGarbage();
  return process.memoryUsage().heapUsed - before;
}

const dataset = packOf(
  Array.from({ length: 5000 }, (_, number) => ({
    text: `${number} ${'word '.repeat(300)}`,
    laterTurns: ['And then?', 'Why?'],
  })),
);
const prompts = { kind: 'dataset', source: 'x', format: 'sharegpt', multiTurn: true } as const;

test('a hundred thousand requests from a dataset leave the heap as it was', () => {
  const source = createRequestSource({ ...sourceOptions, prompts, dataset });
  const growth = heapGrowth(() => {
    for (let index = 0; index < 100_000; index++) source.request(index);
  });
  expect(growth).toBeLessThan(limitBytes);
});

test('a hundred thousand conversations from a dataset leave the heap as it was', () => {
  const source = createConversationSource({ ...sourceOptions, prompts, dataset });
  const growth = heapGrowth(() => {
    for (let index = 0; index < 100_000; index++) source.conversation(index).text(0);
  });
  expect(growth).toBeLessThan(limitBytes);
});

test('blocks of a long trace are remembered up to a limit only', () => {
  const rows = Array.from({ length: 15_000 }, (_, row) => ({
    input: 1100,
    output: 1,
    blocks: [2 * row, 2 * row + 1],
  }));
  const source = createRequestSource({
    ...sourceOptions,
    prompts: { kind: 'trace' },
    trace: traceOf(rows, 512),
  });
  const growth = heapGrowth(() => {
    for (let index = 0; index < rows.length; index++) source.request(index);
  });
  // The texts of all blocks are over 80 MB.
  expect(growth).toBeLessThan(40_000_000);
});
