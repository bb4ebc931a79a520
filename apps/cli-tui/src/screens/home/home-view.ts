import type { HomeRow } from './home-rows.ts';

/** The newest results as far as they are known. */
export type HomeResults =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read' }
  | { readonly kind: 'failed'; readonly reason: string };

/** All that the first screen is drawn from. */
export type HomeView = {
  readonly rows: readonly HomeRow[];
  readonly chosen: HomeRow | null;
  readonly results: HomeResults;
  /** Names of agents by address, as the person's config has them. */
  readonly names: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** The lines of one part. */
export const rowsOf = <Section extends HomeRow['section']>(
  { rows }: Pick<HomeView, 'rows'>,
  section: Section,
): readonly Extract<HomeRow, { readonly section: Section }>[] =>
  rows.filter((row): row is Extract<HomeRow, { readonly section: Section }> => row.section === section);
