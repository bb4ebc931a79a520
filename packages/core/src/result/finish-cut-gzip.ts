import { appendFile, truncate } from 'node:fs/promises';
import { crc32, gzipSync } from 'node:zlib';

/** How far a gzip file is known to be good: up to a flush, behind which a block may begin. */
export type GzipMark = {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** What was packed into them: its length in bytes, and its CRC-32. */
  readonly textBytes: number;
  readonly checksum: number;
};

export const gzipStart: GzipMark = { fileBytes: 0, textBytes: 0, checksum: 0 };

/** The mark of a text that continues another's; its file is not known yet. */
export function continued(mark: GzipMark, text: string): GzipMark {
  return {
    fileBytes: mark.fileBytes,
    textBytes: mark.textBytes + Buffer.byteLength(text),
    checksum: crc32(text, mark.checksum),
  };
}

/** An empty last block in fixed Huffman codes (RFC 1951, 3.2.6). */
const lastBlock = [3, 0] as const;
const wrap = 2 ** 32;

/**
 * Makes a whole gzip file of one that could not be written to its end: cut at the mark, where a flush has left it at the
 * border of a byte, then closed with an empty block and the trailer (RFC 1952, 2.3.1). What is cut off makes room for these
 * ten bytes, also on a full disk. Throws the system's error.
 */
export async function finishCutGzip(
  path: string,
  { fileBytes, textBytes, checksum }: GzipMark,
): Promise<void> {
  await truncate(path, fileBytes);
  if (fileBytes === 0) {
    await appendFile(path, gzipSync(''));
    return;
  }
  const end = Buffer.from([...lastBlock, ...Array<number>(8).fill(0)]);
  end.writeUInt32LE(checksum, lastBlock.length);
  end.writeUInt32LE(textBytes % wrap, lastBlock.length + 4);
  await appendFile(path, end);
}
