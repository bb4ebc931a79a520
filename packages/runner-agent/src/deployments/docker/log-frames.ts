/**
 * Takes the two output streams of a container out of the one stream that the engine sends:
 *
 *     byte 0: 1 stdout, 2 stderr | 1-3: zero | 4-7: length, big endian | so many bytes | the next frame
 */
export function createFrameReader(
  output: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void,
): (chunk: Uint8Array) => void {
  const header = Buffer.alloc(8);
  let headerLength = 0;
  let left = 0;
  return (chunk) => {
    let position = 0;
    while (position < chunk.length) {
      if (left === 0) {
        const taken = Math.min(header.length - headerLength, chunk.length - position);
        header.set(chunk.subarray(position, position + taken), headerLength);
        headerLength += taken;
        position += taken;
        if (headerLength < header.length) return;
        left = header.readUInt32BE(4);
        headerLength = left === 0 ? 0 : headerLength;
        continue;
      }
      const taken = Math.min(left, chunk.length - position);
      output(header[0] === 2 ? 'stderr' : 'stdout', chunk.subarray(position, position + taken));
      position += taken;
      left -= taken;
      if (left === 0) headerLength = 0;
    }
  };
}
