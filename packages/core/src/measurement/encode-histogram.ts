import { deflateSync } from 'node:zlib';
import type { LatencyHistogram } from './latency-histogram.ts';

const encodingCookie = 0x1c849303 | 0x10;
const compressedCookie = 0x1c849304 | 0x10;

/**
 * HdrHistogram's V2 compressed format in base64: other tools read it. Lowest discernible value 1, highest trackable
 * 2^36, three digits. `null` when the histogram is empty.
 */
export function encodeHistogram(histogram: LatencyHistogram): string | null {
  if (histogram.count === 0) return null;
  const counts = encodeCounts(histogram);
  const payload = Buffer.alloc(40);
  payload.writeInt32BE(encodingCookie, 0);
  payload.writeInt32BE(counts.length, 4);
  payload.writeInt32BE(0, 8);
  payload.writeInt32BE(3, 12);
  payload.writeBigInt64BE(1n, 16);
  payload.writeBigInt64BE(2n ** 36n, 24);
  payload.writeDoubleBE(1, 32);
  const deflated = deflateSync(Buffer.concat([payload, counts]));
  const head = Buffer.alloc(8);
  head.writeInt32BE(compressedCookie, 0);
  head.writeInt32BE(deflated.length, 4);
  return Buffer.concat([head, deflated]).toString('base64');
}

/** Zig-zag LEB128; a negative number stands for that many empty buckets. */
function encodeCounts(histogram: LatencyHistogram): Buffer {
  const bytes: number[] = [];
  let empty = 0;
  for (const count of histogram.buckets) {
    if (count === 0) {
      empty++;
      continue;
    }
    if (empty > 0) pushVariable(bytes, BigInt(empty) * 2n - 1n);
    empty = 0;
    pushVariable(bytes, BigInt(count) * 2n);
  }
  return Buffer.from(bytes);
}

function pushVariable(bytes: number[], value: bigint): void {
  let rest = value;
  while (rest >= 0x80n) {
    bytes.push(Number((rest & 0x7fn) | 0x80n));
    rest >>= 7n;
  }
  bytes.push(Number(rest));
}
