import { expect, test } from 'vitest';
import { planTargetSchema } from './plan-target.ts';

const problems = (target: Readonly<Record<string, unknown>>): readonly string[] =>
  (planTargetSchema.safeParse({ name: 'a', ...target }).error?.issues ?? []).map(({ path, message }) =>
    [...path, message].join(': '),
  );

test.each([
  'http://127.0.0.1:8000',
  'https://llm.example.com/v1',
  'unix:/run/server.sock',
  'http+unix://%2Frun%2Fserver.sock/prefix',
])('%s is an address', (url) => {
  expect(problems({ url })).toEqual([]);
});

const forms =
  'an http or https address, such as http://127.0.0.1:8000, or a Unix socket, such as unix:/run/server.sock';

test.each([
  ['127.0.0.1:8000', `url: must be ${forms}, not "127.0.0.1:8000"`],
  ['ftp://host', `url: must be ${forms}, not "ftp://host"`],
  ['http://', `url: must be ${forms}, not "http://"`],
  ['unix:', `url: must be ${forms}, not "unix:"`],
  [5, `url: must be ${forms}, not 5`],
  [undefined, `url: is missing (${forms})`],
])('%j is none', (url, problem) => {
  expect(problems({ url })).toEqual([problem]);
});

test('certificates are checked in one way, and where there are any', () => {
  const url = 'https://host';
  expect(problems({ url, tls: { ca: 'ca.pem' } })).toEqual([]);
  expect(problems({ url, tls: { insecure: true } })).toEqual([]);
  expect(problems({ url, tls: { ca: 'ca.pem', insecure: true } })).toEqual([
    'tls: has both ca and insecure: with any certificate trusted, the file would not be used',
  ]);
  expect(problems({ url: 'http://host', tls: { insecure: true } })).toEqual([
    'tls: only an https address has a certificate to check',
  ]);
});
