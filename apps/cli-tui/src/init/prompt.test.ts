import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openPrompt } from './prompt.ts';

test('a question is answered by a line', async () => {
  const input = new PassThrough();
  const prompt = openPrompt({ input, output: new PassThrough() }, 'it ended');
  const asked = prompt.question('Well?');
  input.write('yes\n');
  expect(await asked).toBe('yes');
  prompt.close();
});

test('an input that ends before the answer leaves with exit code 130', async () => {
  const input = new PassThrough();
  const prompt = openPrompt({ input, output: new PassThrough() }, 'it ended');
  const asked = prompt.question('Well?');
  input.end();
  await expect(asked).rejects.toMatchObject({ exitCode: 130, message: 'it ended' });
});
