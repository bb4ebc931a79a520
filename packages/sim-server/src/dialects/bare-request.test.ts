import { expect, test } from 'vitest';
import { readBareRequest } from './bare-request.ts';

test.each([
  [{ max_tokens: 12, stream: true }, 12],
  [{ stream: true, max_completion_tokens: 128, max_tokens: 128 }, 128],
])('the length of %j is found without parsing it', (body, maxTokens) => {
  expect(readBareRequest(Buffer.from(JSON.stringify(body)))).toEqual({ maxTokens });
});

test('a body with spaces between its parts is read as one without', () => {
  const body = '{"prompt": "x", "max_tokens": 7, "stream": true}';
  expect(readBareRequest(Buffer.from(body))).toEqual({ maxTokens: 7 });
});

test.each([{ max_tokens: 12 }, { stream: true }, { stream: false, max_tokens: 1 }])(
  '%j is left to the parser',
  (body) => {
    expect(readBareRequest(Buffer.from(JSON.stringify(body)))).toBeNull();
  },
);
