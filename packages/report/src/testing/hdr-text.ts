import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';

/** Values in microseconds as a result file holds them, written by HdrHistogram's own JavaScript. */
export function hdrText(values: readonly number[]): string {
  const histogram = build({
    bitBucketSize: 'packed',
    lowestDiscernibleValue: 1,
    highestTrackableValue: 2 ** 36,
    numberOfSignificantValueDigits: 3,
    useWebAssembly: false,
  });
  for (const value of values) histogram.recordValue(value);
  return encodeIntoCompressedBase64(histogram);
}
