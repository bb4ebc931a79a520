import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BodyWriter } from './body-writer.ts';
import { allExtensions, type BodyRequest } from './dialects/dialect.ts';
import { dialects } from './dialects/dialects.ts';

const request = fc.record({
  model: fc.constant('m'),
  systemText: fc.oneof(fc.constant(null), fc.constantFrom('be brief', 'say "no"')),
  history: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ role: 'user' as const, text: 'before' }]) },
  ),
  text: fc.string({ unit: 'binary' }),
  outputTokens: fc.constantFrom(4, 128),
});

test.each(dialects)('a body of $name is what the whole of it as JSON is, whatever came before', (dialect) => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
      const make = (one: BodyRequest): Record<string, unknown> => dialect.body(one, allExtensions);
      const writer = new BodyWriter(make);
      for (const one of requests) expect(writer.write(one)).toBe(JSON.stringify(make(one)));
    }),
  );
});

test('the rest of the body is made anew for the first two requests alone', () => {
  let made = 0;
  const writer = new BodyWriter(({ text }) => {
    made++;
    return { text };
  });
  const bodies = ['a', 'b', 'c', 'd'].map((text) =>
    writer.write({ model: 'm', systemText: null, history: [], text, outputTokens: 4 }),
  );
  expect(bodies).toEqual(['{"text":"a"}', '{"text":"b"}', '{"text":"c"}', '{"text":"d"}']);
  expect(made).toBe(2);
});

test('a body that holds the text twice, or not at all, is made whole each time', () => {
  const ask = { model: 'm', systemText: null, history: [], text: 'a', outputTokens: 4 };
  const twice = new BodyWriter(({ text }) => ({ text, again: text }));
  const never = new BodyWriter(() => ({}));
  for (const text of ['a', 'b', 'c']) {
    expect(twice.write({ ...ask, text })).toBe(JSON.stringify({ text, again: text }));
    expect(never.write({ ...ask, text })).toBe('{}');
  }
});
