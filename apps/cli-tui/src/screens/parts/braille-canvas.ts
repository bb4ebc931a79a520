/** Bits of a braille character by the dot's row (0 to 3) and column (0 or 1). */
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** A drawing in which each character holds 2 by 4 dots and remembers who drew last in it. */
export class BrailleCanvas {
  readonly width: number;
  readonly height: number;
  private readonly dots: Uint8Array;
  private readonly owners: Int8Array;

  /** In characters. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.dots = new Uint8Array(width * height);
    this.owners = new Int8Array(width * height).fill(-1);
  }

  /** Sets a dot; `x` from the left of 2 * width, `y` from the top of 4 * height. What is outside is not drawn. */
  dot(x: number, y: number, owner: number): void {
    const [column, row] = [Math.floor(x / 2), Math.floor(y / 4)];
    if (column < 0 || column >= this.width || row < 0 || row >= this.height) return;
    const cell = row * this.width + column;
    this.dots[cell] = (this.dots[cell] ?? 0) | (bits[y & 3]?.[x & 1] ?? 0);
    this.owners[cell] = owner;
  }

  /** A straight line of dots. */
  line(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
    owner: number,
  ): void {
    const steps = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y), 1);
    for (let step = 0; step <= steps; step++) {
      const part = step / steps;
      this.dot(
        Math.round(from.x + (to.x - from.x) * part),
        Math.round(from.y + (to.y - from.y) * part),
        owner,
      );
    }
  }

  /** The character of a cell and who drew in it; `null` where nothing was drawn. */
  cell(column: number, row: number): { readonly character: string; readonly owner: number } | null {
    const at = row * this.width + column;
    const dots = this.dots[at] ?? 0;
    if (dots === 0) return null;
    return { character: String.fromCharCode(0x2800 + dots), owner: this.owners[at] ?? -1 };
  }
}
