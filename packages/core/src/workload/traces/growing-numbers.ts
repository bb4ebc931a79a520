const pieceLength = 65_536;

/** Numbers of which nobody knows beforehand how many there will be, in pieces: growing copies nothing. */
export class GrowingNumbers {
  readonly #pieces: Float64Array[] = [];
  #length = 0;

  /** How many there are. */
  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length % pieceLength;
    if (place === 0) this.#pieces.push(new Float64Array(pieceLength));
    const piece = this.#pieces.at(-1);
    if (piece !== undefined) piece[place] = value;
    this.#length += 1;
  }

  /** Copies all of them into a column of at least their length. */
  copyTo(column: Float64Array | Int32Array | Uint32Array): void {
    for (const [index, piece] of this.#pieces.entries()) {
      const start = index * pieceLength;
      column.set(piece.subarray(0, Math.min(pieceLength, this.#length - start)), start);
    }
  }
}
