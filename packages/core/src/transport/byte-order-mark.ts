/** U+FEFF in UTF-8. */
export const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Looks for a byte order mark at the start of a stream, also one that is cut between reads. */
export class ByteOrderMark {
  /** Whether the start of the stream is not decided yet. */
  open = true;
  /** How many bytes at the start are those of a mark, so far. */
  matched = 0;

  reset(): void {
    this.open = true;
    this.matched = 0;
  }

  /**
   * Goes on looking; answers where the stream goes on in these bytes. Once `open` is false with fewer than three bytes
   * matched, those belong to the stream and were in an earlier read or stand before that position.
   */
  skip(buffer: Buffer, start: number, end: number): number {
    let position = start;
    while (this.matched < byteOrderMark.length) {
      if (position === end) return position;
      if (buffer[position] !== byteOrderMark[this.matched]) break;
      this.matched++;
      position++;
    }
    this.open = false;
    return position;
  }
}
