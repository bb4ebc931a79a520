import { displayWidth } from '@kneepoint/report';

/** Rows as lines whose cells begin under one another, two spaces between the widest; numbers need no other order here. */
export function alignedColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
