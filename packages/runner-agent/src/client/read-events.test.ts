import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from './read-events.ts';

const text =
  ': still here\n\nid: 1\nevent: note\ndata: {"text":"한국어 🙂"}\n\n: x\n\nid: 2\ndata: a\ndata: b\n\nid: 3\ndata: cut off';

async function read(chunks: readonly Uint8Array[]): Promise<unknown> {
  const events: unknown[] = [];
  for await (const event of readEvents(ReadableStream.from(chunks) as ReadableStream<Uint8Array>))
    events.push(event);
  return events;
}

test('events are the same wherever their bytes are cut, and one that is not whole does not count', async () => {
  const bytes = new TextEncoder().encode(text);
  const cuts = fastCheck.array(fastCheck.integer({ min: 0, max: bytes.length }), { maxLength: 12 });
  await fastCheck.assert(
    fastCheck.asyncProperty(cuts, async (places) => {
      const edges = [0, ...places.toSorted((left, right) => left - right), bytes.length];
      const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
      expect(await read(chunks)).toEqual([
        { id: '1', data: '{"text":"한국어 🙂"}' },
        { id: '2', data: 'a\nb' },
      ]);
    }),
  );
});
