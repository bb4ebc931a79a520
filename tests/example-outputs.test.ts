import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseResult } from '../packages/core/src/index.ts';

const examples = new URL('../examples/', import.meta.url);
const withOutput = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) =>
    readdirSync(new URL(`${name}/`, examples), { withFileTypes: true }).some(
      (entry) => entry.name === 'output',
    ),
  );

test('there are results of examples that a reader can look at', () => {
  expect(withOutput).toEqual(expect.arrayContaining(['vllm-vs-sglang-cpu', 'vllm-two-configs']));
});

test.each(withOutput)(
  'the result of %s is one that this Kneepoint reads, and names no folder of a host',
  (name) => {
    const text = readFileSync(new URL(`${name}/output/result.json`, examples), 'utf8');
    const result = parseResult(text, name);
    expect(result.stages).not.toEqual([]);
    expect(result.failures).toEqual([]);
    expect(text).not.toMatch(/"\/(root|home|tmp)\//);
  },
);
