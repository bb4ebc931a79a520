import fc from 'fast-check';
import { ReadBuffer } from '../open-socket.ts';

/** Bytes as one socket read shows them: at the front of a buffer that is shared with every read before it. */
export type ReadPiece = { readonly buffer: Buffer; readonly length: number };

const stale = Buffer.from('data: stale\n\ndata: {"choices":[]}\r\n\r\n0\r\n\r\n');

/**
 * Cuts bytes at the positions and hands each piece to `take` as a socket read would: in the shared buffer, bounded
 * as `ReadBuffer` bounds it, with whole events of an earlier read behind it.
 */
export function readInPieces(
  bytes: Buffer,
  cuts: readonly number[],
  take: (piece: ReadPiece, index: number) => void,
): void {
  const shared = new ReadBuffer();
  for (const [index, [start, end]] of rangesOf(bytes.length, cuts).entries()) {
    const length = end - start;
    bytes.copy(shared.forSockets, 0, start, end);
    stale.copy(shared.forSockets, length);
    take({ buffer: shared.bound(length), length }, index);
  }
}

/** The pieces themselves, each in memory of its own. */
export function piecesOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  return rangesOf(bytes.length, cuts).map(([start, end]) => Buffer.from(bytes.subarray(start, end)));
}

function rangesOf(length: number, cuts: readonly number[]): (readonly [number, number])[] {
  const inside = cuts.filter((cut) => cut > 0 && cut < length);
  const borders = [0, ...new Set(inside), length].sort((left, right) => left - right);
  return borders.slice(1).map((end, index) => [borders[index] ?? 0, end] as const);
}

/** Positions at which to cut so many bytes: none, a few, or every one. */
export const cutsOf = (length: number): fc.Arbitrary<readonly number[]> =>
  fc.oneof(
    fc.constant([]),
    fc.array(fc.integer({ min: 1, max: Math.max(1, length - 1) }), { maxLength: 12 }),
    fc.constant(Array.from({ length }, (_, index) => index)),
  );
