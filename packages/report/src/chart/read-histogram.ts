import { inflateSync } from 'node:zlib';

/** Cookies of HdrHistogram's V2 format, as bytes of one word each. */
const compressedCookie = 0x1c849314;
const encodingCookie = 0x1c849313;
const headBytes = 8;
const payloadHeadBytes = 40;
/** With three significant digits, values below this have a bucket each; above it 1,024 buckets go to each power of two. */
const exactValues = 2048;
const bucketsPerPower = 1024;

/** The buckets of a histogram that hold anything, smallest first: the largest value that falls into each, and how many did. */
export type HistogramBuckets = readonly { readonly value: number; readonly count: number }[];

/**
 * Reads a histogram as a result file holds it: HdrHistogram's V2 compressed format in base64, three significant digits,
 * microseconds. `null` where the text is nothing of the kind.
 */
export function readHistogram(base64: string): HistogramBuckets | null {
  const file = Buffer.from(base64, 'base64');
  if (file.length < headBytes || file.readInt32BE(0) !== compressedCookie) return null;
  const payload = inflated(file.subarray(headBytes));
  if (payload === null || payload.length < payloadHeadBytes) return null;
  const isKnown = payload.readInt32BE(0) === encodingCookie && payload.readInt32BE(12) === 3;
  return isKnown ? readCounts(payload.subarray(payloadHeadBytes)) : null;
}

function inflated(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
}

/** Zig-zag numbers of seven bits a byte; a negative one stands for that many empty buckets. */
function readCounts(bytes: Buffer): HistogramBuckets {
  const buckets: { value: number; count: number }[] = [];
  let index = 0;
  let at = 0;
  while (at < bytes.length) {
    let encoded = 0;
    let factor = 1;
    let byte = 0x80;
    while (byte >= 0x80 && at < bytes.length) {
      byte = bytes[at++] ?? 0;
      encoded += (byte & 0x7f) * factor;
      factor *= 128;
    }
    if (encoded % 2 === 1) {
      index += (encoded + 1) / 2;
    } else {
      if (encoded > 0) buckets.push({ value: highestValueOf(index), count: encoded / 2 });
      index++;
    }
  }
  return buckets;
}

function highestValueOf(index: number): number {
  if (index < exactValues) return index;
  const power = Math.floor((index - exactValues) / bucketsPerPower) + 11;
  const within = ((index - exactValues) % bucketsPerPower) + bucketsPerPower;
  return (within + 1) * 2 ** (power - 10) - 1;
}
