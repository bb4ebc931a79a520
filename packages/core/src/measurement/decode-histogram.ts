import { inflateSync } from 'node:zlib';
import { LatencyHistogram, valueOfBucket } from './latency-histogram.ts';

const compressedCookie = 0x1c849304 | 0x10;
const encodingCookie = 0x1c849303 | 0x10;
const headerBytes = 40;

/**
 * The histogram that `encodeHistogram` wrote: counts are exact, and each value is the middle of its bucket, within 0.05 %.
 * `null` for text that is no such histogram: another encoding, another precision, or cut.
 */
export function decodeHistogram(text: string): LatencyHistogram | null {
  const counts = countsOf(Buffer.from(text, 'base64'));
  if (counts === null) return null;
  const histogram = new LatencyHistogram();
  let bucket = 0;
  for (let at = 0; at < counts.length; ) {
    const { value, next } = readVariable(counts, at);
    at = next;
    if (value < 0) bucket -= value;
    else {
      if (value > 0) histogram.record(valueOfBucket(bucket), value);
      bucket += 1;
    }
  }
  return histogram;
}

/** The run of counts inside the two envelopes; `null` where these are not ours. */
function countsOf(bytes: Buffer): Buffer | null {
  if (bytes.length < 8 || bytes.readInt32BE(0) !== compressedCookie) return null;
  try {
    const payload = inflateSync(bytes.subarray(8));
    const isOurs =
      payload.length >= headerBytes &&
      payload.readInt32BE(0) === encodingCookie &&
      payload.readInt32BE(12) === 3 &&
      payload.readBigInt64BE(16) === 1n;
    return isOurs ? payload.subarray(headerBytes) : null;
  } catch {
    return null;
  }
}

/** A zig-zag LEB128 number; negative ones count empty buckets. */
function readVariable(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let next = start;
  let encoded = 0;
  let scale = 1;
  let byte = 0x80;
  while (byte >= 0x80 && next < bytes.length) {
    byte = bytes[next] ?? 0;
    next += 1;
    encoded += (byte & 0x7f) * scale;
    scale *= 128;
  }
  return { value: encoded % 2 === 0 ? encoded / 2 : -(encoded + 1) / 2, next };
}
