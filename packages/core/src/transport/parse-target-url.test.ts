import { expect, test } from 'vitest';
import { parseTargetUrl } from './parse-target-url.ts';

test.each([
  ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
  ['http://host:8000/', 'http://host:8000'],
  ['http://host:8000/v1', 'http://host:8000'],
  ['http://host:8000/v1/', 'http://host:8000'],
  ['http://host:8000/v1/chat/completions', 'http://host:8000'],
  ['http://host:8000/v1/completions', 'http://host:8000'],
  ['http://host:30000/generate', 'http://host:30000'],
  ['https://host/proxy/a/v1', 'https://host/proxy/a'],
])('%s is the server at %s', (text, baseUrl) => {
  expect(parseTargetUrl(text).baseUrl).toBe(baseUrl);
});

test.each([
  ['ftp://host', 'neither http nor https'],
  ['http://user:secret@host', 'holds a password'],
  ['http://', 'not an address'],
])('%s is refused with a hint, and no secret is repeated', (text, said) => {
  expect(() => parseTargetUrl(text)).toThrow(
    expect.objectContaining({
      code: 'target-url',
      exitCode: 2,
      message: expect.stringContaining(said) as string,
    }),
  );
  expect(() => parseTargetUrl(text)).not.toThrow(/secret/);
});
