import { KneepointError } from '@kneepoint/core';
import { expect, test } from 'vitest';
import type { CommandContext } from '../command-context.ts';
import { progressEventSchema } from '../live/progress-schema.ts';
import { withProgress } from './with-progress.ts';

function contextOf(): { readonly context: CommandContext; readonly errors: string[] } {
  const errors: string[] = [];
  const context: CommandContext = {
    stdout: { write: () => true },
    stderr: { write: (text) => errors.push(text) },
    environment: {},
    homeDirectory: '/nowhere',
    words: [],
    language: 'ko',
  };
  return { context, errors };
}

test('for a program all that is said on stderr is JSON, in English', async () => {
  const { context, errors } = contextOf();
  const code = await withProgress({ progress: 'json' }, context, async ({ stderr, language, progress }) => {
    stderr.write(`\nResult: x.json\nand ${language}, ${progress}\n`);
    return 4;
  });
  expect(code).toBe(4);
  const lines = errors.map((text) => progressEventSchema.parse(JSON.parse(text)));
  expect(lines).toMatchObject([
    { kind: 'note', text: 'Result: x.json' },
    { kind: 'note', text: 'and en, json' },
  ]);
});

test('for a program the error that a command ends with is the last line', async () => {
  const { context, errors } = contextOf();
  const problem = new KneepointError('the target is away', { code: 'away', exitCode: 3 });
  const code = await withProgress({ progress: 'json' }, context, () => Promise.reject(problem));
  expect(code).toBe(3);
  expect(errors).toHaveLength(1);
  expect(JSON.parse(errors[0] ?? '')).toMatchObject({ kind: 'error', code: 'away' });
});

test('for a person an error is left to whoever says errors', async () => {
  const { context, errors } = contextOf();
  const run = withProgress({ progress: 'line' }, context, () => Promise.reject(new Error('x')));
  await expect(run).rejects.toThrow('x');
  expect(errors).toEqual([]);
});

test('events of a run are not wrapped into notes', async () => {
  const { context, errors } = contextOf();
  await withProgress({ progress: 'json' }, context, async ({ events }) => {
    events.write('{"raw":true}\n');
    return 0;
  });
  expect(errors).toEqual(['{"raw":true}\n']);
});
