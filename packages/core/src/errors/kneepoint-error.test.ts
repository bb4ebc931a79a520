import { expect, test } from 'vitest';
import { assertNever } from './assert-never.ts';
import { KneepointError, usageError } from './kneepoint-error.ts';

test('an error carries its code, its exit code, what to do next and what caused it', () => {
  const cause = new Error('disk full');
  const error = new KneepointError('not written', {
    code: 'result-not-written',
    exitCode: 1,
    hint: 'free some space',
    cause,
  });
  expect(error).toMatchObject({
    name: 'KneepointError',
    message: 'not written',
    code: 'result-not-written',
    exitCode: 1,
    hint: 'free some space',
    cause,
  });
});

test('a mistake of the user exits with 2; without a hint the hint is null', () => {
  expect(usageError('bad-flag', 'no such flag')).toMatchObject({ exitCode: 2, hint: null });
});

test('a case that nobody handles is named', () => {
  expect(() => assertNever('other' as never)).toThrow('"other"');
});
