import { KneepointError } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { reasonOf } from './reason-of.ts';

test('the reason of a lost connection is the innermost one, as the system says it', () => {
  const closed = new TypeError('terminated', { cause: new Error('other side closed') });
  expect(reasonOf(closed)).toBe('other side closed');
  const refused = new KneepointError('the agent does not answer: ', {
    code: 'agent-unreachable',
    exitCode: 3,
    cause: new TypeError('fetch failed', {
      cause: new AggregateError([new Error('connect ECONNREFUSED ::1:1'), new Error('again')]),
    }),
  });
  expect(reasonOf(refused)).toBe('connect ECONNREFUSED ::1:1');
});

test('what the agent answered stands as it is, and nothing is ever empty', () => {
  const cause = new Error('inside');
  expect(
    reasonOf(new KneepointError('the token is wrong', { code: 'token-wrong', exitCode: 2, cause })),
  ).toBe('the token is wrong');
  expect(reasonOf(new TypeError(''))).toBe('TypeError');
  expect(reasonOf('a text')).toBe('a text');
});
