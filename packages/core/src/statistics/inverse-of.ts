/**
 * The inverse of a small symmetric positive matrix by Gauss and Jordan with pivots; `null` where it has none that double
 * precision could tell: its rows depend on one another.
 */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [
    ...row,
    ...Array.from({ length: size }, (_, column) => (column === index ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column++) {
    const pivot = largestRow(rows, column);
    const pivotRow = rows[pivot];
    const pivotValue = pivotRow?.[column] ?? 0;
    if (pivotRow === undefined || !(Math.abs(pivotValue) > Number.MIN_VALUE)) return null;
    const scaled = pivotRow.map((value) => value / pivotValue);
    rows[pivot] = rows[column] ?? scaled;
    rows[column] = scaled;
    eliminate(rows, column, scaled);
  }
  const inverse = rows.map((row) => row.slice(size));
  return inverse.every((row) => row.every(Number.isFinite)) ? inverse : null;
}

function largestRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function eliminate(rows: number[][], column: number, scaled: readonly number[]): void {
  rows.forEach((row, index) => {
    const factor = row[column] ?? 0;
    if (index === column || factor === 0) return;
    rows[index] = row.map((value, place) => value - factor * (scaled[place] ?? 0));
  });
}
