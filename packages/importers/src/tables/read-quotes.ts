import type { Claim, DocumentCommand, Excerpt } from '@kneepoint/core';
import type { SourceDocument } from './document-block.ts';
import { blocksUnderOrProblem } from './find-table.ts';
import type { MappingProblems } from './mapping-problems.ts';
import type { Mapping } from './mapping-schema.ts';
import { plainText } from './plain-text.ts';

/** What a document says in words, as its mapping was told to find it. */
export type Quotes = { readonly claims: Claim[]; readonly commands: DocumentCommand[] };

/** The claims and commands of a mapping; a problem for each that does not stand in the document. */
export function readQuotes(document: SourceDocument, mapping: Mapping, problems: MappingProblems): Quotes {
  return {
    claims: readClaims(document, mapping, problems),
    commands: readCommands(document, mapping, problems),
  };
}

/** The claims of a mapping; a problem for each whose words do not stand in the document. */
function readClaims(document: SourceDocument, mapping: Mapping, problems: MappingProblems): Claim[] {
  const said = plainText(document.text);
  const lines = document.text.split(/\r?\n/).map(plainText);
  mapping.claims.forEach((claim, index) => {
    const path = ['claims', index, 'text'];
    if (!said.includes(plainText(claim.text))) {
      problems.addMissing(path, `${document.name} does not say`, { name: claim.text, known: lines });
    }
  });
  return mapping.claims;
}

/** The commands of a mapping, word for word. */
function readCommands(
  document: SourceDocument,
  { commands }: Mapping,
  problems: MappingProblems,
): DocumentCommand[] {
  return commands.flatMap((command, index) => {
    const path = ['commands', index];
    const place = { path: [...path, 'heading'], problems };
    const blocks = blocksUnderOrProblem(document, command.heading, place);
    const fences = blocks.flatMap((block) => (block.kind === 'fence' ? [block.lines] : []));
    const [first] = fences;
    if (first === undefined) {
      if (blocks.length > 0) problems.add(place.path, `no fenced block stands there in ${document.name}`);
      return [];
    }
    const text = command.after === undefined ? first.join('\n') : linesAfter(fences, command.after);
    if (text === null) {
      const known = fences.flat();
      problems.addMissing([...path, 'after'], 'the block has no line', { name: command.after ?? '', known });
      return [];
    }
    return [{ target: command.target ?? null, text, purpose: command.purpose }];
  });
}

/** What follows a line, up to the next empty line. */
function linesAfter(fences: readonly (readonly string[])[], after: string): string | null {
  for (const lines of fences) {
    const start = lines.findIndex((line) => line.trim() === after.trim());
    if (start < 0) continue;
    const end = lines.findIndex((line, index) => index > start && line.trim() === '');
    return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
  }
  return null;
}

/** An answer that the document shows, with its target. */
export type WrittenExcerpt = { readonly target: string; readonly excerpt: Excerpt };

/** The answers of a mapping: the fenced block after the words that it names. */
export function readExcerpts(
  document: SourceDocument,
  { excerpts }: Mapping,
  problems: MappingProblems,
): WrittenExcerpt[] {
  return excerpts.flatMap(({ target, language, after }, index) => {
    const start = document.blocks.findIndex(
      (block) => block.kind === 'text' && block.text.startsWith(plainText(after)),
    );
    const fence = start < 0 ? undefined : document.blocks.slice(start).find(({ kind }) => kind === 'fence');
    if (fence?.kind !== 'fence') {
      problems.add(['excerpts', index, 'after'], `${document.name} has no fenced block after "${after}"`);
      return [];
    }
    const text = fence.lines.join('\n');
    return [{ target, excerpt: { language, prompt: '', text, outputTokens: null, requestSpeed: null } }];
  });
}
