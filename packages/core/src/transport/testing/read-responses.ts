import { HttpResponseParser } from '../http-response-parser.ts';
import { readInPieces } from './read-pieces.ts';

/** A response as the parser handed it on. */
export type ReadResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  body: string;
  whole: boolean;
  keepAlive: boolean;
};

/** Reads `count` responses out of bytes that come in pieces; each next one is expected when the one before has ended. */
export function readResponses(bytes: Buffer, cuts: readonly number[], count = 1): ReadResponse[] {
  const responses: ReadResponse[] = [];
  const bodies: Buffer[][] = [];
  const parser = new HttpResponseParser({
    onHead: ({ status, headers }) => {
      responses.push({
        status,
        headers: Object.fromEntries(headers),
        body: '',
        whole: false,
        keepAlive: false,
      });
      bodies.push([]);
    },
    onBody: (buffer, start, end) => bodies.at(-1)?.push(Buffer.from(buffer.subarray(start, end))),
    onMessageEnd: () => {
      const response = responses.at(-1);
      if (response === undefined) throw new Error('an end without a head');
      response.whole = true;
      response.keepAlive = parser.keepAlive;
      if (responses.length < count) parser.expectResponse();
    },
  });
  parser.expectResponse();
  readInPieces(bytes, cuts, ({ buffer, length }) => parser.push(buffer, 0, length));
  for (const [index, response] of responses.entries())
    response.body = Buffer.concat(bodies[index] ?? []).toString('latin1');
  return responses;
}
