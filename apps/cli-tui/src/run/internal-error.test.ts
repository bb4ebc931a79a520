import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepingContext } from '../explain/testing/context.ts';
import { errorLines } from './error-lines.ts';
import { withoutSecrets } from './internal-error.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'kneepoint-errors-'));

test.each(['en', 'ko', 'zh'] as const)(
  'a mistake of ours says in %s where its stack is',
  async (language) => {
    const state = folder();
    const { context } = keepingContext(language);
    const { text, exitCode } = await errorLines(new TypeError('x is not a function'), {
      ...context,
      environment: { XDG_STATE_HOME: state },
    });
    expect(exitCode).toBe(1);
    expect(text).toContain('x is not a function');
    expect(text).not.toContain('    at ');
    const errors = join(state, 'kneepoint', 'errors');
    const [name] = readdirSync(errors);
    expect(text).toContain(join(errors, name ?? ''));
    const report = readFileSync(join(errors, name ?? ''), 'utf8');
    expect(report).toContain('TypeError: x is not a function\n    at ');
    expect(report).toContain('kneepoint bench http://127.0.0.1:8000');
  },
);

test('where nothing can be kept the stack is printed', async () => {
  const { context } = keepingContext('en');
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const { text } = await errorLines(new Error('odd'), {
    ...context,
    environment: { XDG_STATE_HOME: file },
  });
  expect(text).toContain('Error: odd');
  expect(text).toContain('at ');
});

test('keys of the environment and the home directory are not in a report', () => {
  const environment = { SERVER_KEY: 'sk-123456789', PATH: '/usr/bin' };
  expect(
    withoutSecrets('sent sk-123456789 to /home/nobody/x by /usr/bin', {
      environment,
      homeDirectory: '/home/nobody',
    }),
  ).toBe('sent *** to ~/x by /usr/bin');
});
