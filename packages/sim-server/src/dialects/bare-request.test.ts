import { expect, test } from 'vitest';
import { readBareRequest } from './bare-request.ts';

test.each([
  [{ max_tokens: 12, stream: true }, 12],
  [{ stream: true, max_completion_tokens: 128, max_tokens: 128 }, 128],
])('the length of %j is found without parsing it', (body, maxTokens) => {
  expect(readBareRequest(Buffer.from(JSON.stringify(body)))).toEqual({ maxTokens });
});

test.each([{ max_tokens: 12 }, { stream: true }, { stream: false, max_tokens: 1 }])(
  '%j is left to the parser',
  (body) => {
    expect(readBareRequest(Buffer.from(JSON.stringify(body)))).toBeNull();
  },
);
