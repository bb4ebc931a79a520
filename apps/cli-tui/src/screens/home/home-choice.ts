import { type HomeRow, type HomeSection, homeSections } from './home-rows.ts';

/** What is chosen: a row by its key, and where it stood, for when it is gone. */
export type HomeChoice = { readonly key: string; readonly place: number };

/** The row that is chosen: the one of the key, else the one that stands where it stood; before anybody chose, the first job or result. */
export function chosenRow(rows: readonly HomeRow[], choice: HomeChoice | null): HomeRow | null {
  if (choice === null) return rows.find(({ section }) => section !== 'agents') ?? rows[0] ?? null;
  return rows.find(({ key }) => key === choice.key) ?? rows[Math.min(choice.place, rows.length - 1)] ?? null;
}

/** The choice moved by so many rows; it stays inside the list. */
export function movedChoice(
  rows: readonly HomeRow[],
  choice: HomeChoice | null,
  by: number,
): HomeChoice | null {
  const from = placeOf(rows, choice);
  const place = Math.max(0, Math.min(rows.length - 1, from + by));
  const row = rows[place];
  return row === undefined ? null : { key: row.key, place };
}

/** The first row of the next part of the screen that has any, around its end. */
export function nextSection(
  rows: readonly HomeRow[],
  choice: HomeChoice | null,
  by: 1 | -1,
): HomeChoice | null {
  const now = chosenRow(rows, choice)?.section ?? 'agents';
  const filled = homeSections.filter((section) => rows.some((row) => row.section === section));
  const next = filled.at((filled.indexOf(now) + by) % filled.length);
  return next === undefined ? null : firstOf(rows, next);
}

function firstOf(rows: readonly HomeRow[], section: HomeSection): HomeChoice | null {
  const place = rows.findIndex((row) => row.section === section);
  const row = rows[place];
  return row === undefined ? null : { key: row.key, place };
}

const placeOf = (rows: readonly HomeRow[], choice: HomeChoice | null): number => {
  const row = chosenRow(rows, choice);
  return row === null ? 0 : rows.indexOf(row);
};
