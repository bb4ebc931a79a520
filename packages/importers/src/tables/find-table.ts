import type { DocumentBlock, DocumentTable, SourceDocument } from './document-block.ts';
import type { MappingProblems } from './mapping-problems.ts';

type Path = readonly (string | number)[];

/** The headings of a document. */
export const headingsOf = ({ blocks }: SourceDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

/** The blocks under a heading, to the next heading; `null` where the document has none of that name. */
export function blocksUnder({ blocks }: SourceDocument, heading: string): readonly DocumentBlock[] | null {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  if (start < 0) return null;
  const end = blocks.findIndex((block, index) => index > start && block.kind === 'heading');
  return blocks.slice(start + 1, end < 0 ? undefined : end);
}

/** The same, with a problem where there is no such heading. */
export function blocksUnderOrProblem(
  document: SourceDocument,
  heading: string,
  { path, problems }: { readonly path: Path; readonly problems: MappingProblems },
): readonly DocumentBlock[] {
  const found = blocksUnder(document, heading);
  if (found !== null) return found;
  problems.addMissing(path, `${document.name} has no heading`, {
    name: heading,
    known: headingsOf(document),
  });
  return [];
}

/** The first table under a heading; without a heading the first of the document. A problem where there is none. */
export function findTable(
  document: SourceDocument,
  heading: string | undefined,
  { path, problems }: { readonly path: Path; readonly problems: MappingProblems },
): DocumentTable | null {
  const place = { path: [...path, 'heading'], problems };
  const blocks = heading === undefined ? document.blocks : blocksUnder(document, heading);
  if (blocks === null && heading !== undefined) {
    blocksUnderOrProblem(document, heading, place);
    return null;
  }
  const table = blocks?.find((block) => block.kind === 'table') ?? null;
  if (table === null) problems.add(place.path, `no table stands there in ${document.name}`);
  return table;
}
