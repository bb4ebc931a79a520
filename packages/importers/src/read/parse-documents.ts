import { usageError } from '@kneepoint/core';
import type { SourceText } from './read-source.ts';

/**
 * The JSON documents of a text: one, or one a line. Python writes `Infinity` and `NaN`, which JSON does not have: the
 * first is read as the text "Infinity", and what is not a number is `null`. Throws a usage error for text that is cut.
 */
export function parseDocuments({ name, text }: SourceText): readonly unknown[] {
  const whole = parseTolerant(text);
  if (whole.kind === 'parsed') return [whole.value];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parsed = lines.map(parseTolerant);
  const documents = parsed.flatMap((each) => (each.kind === 'parsed' ? [each.value] : []));
  if (documents.length === lines.length) return documents;
  // A file of one document a line that is cut has whole lines before the last.
  const isLines =
    documents.length > 0 && documents.some((value) => typeof value === 'object' && value !== null);
  const wrong = parsed.findIndex(({ kind }) => kind === 'broken');
  const where = isLines ? ` in line ${wrong + 1}` : '';
  const broken = isLines ? parsed[wrong] : whole;
  const why = broken?.kind === 'broken' ? broken.why : 'no document ends';
  throw usageError(
    'import-not-json',
    `${name} is cut or no JSON${where}: ${why}`,
    'give the whole file as the tool wrote it; documents with tables need --mapping',
  );
}

type Parsed =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly why: string };

const stringOrConstant = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\bInfinity\b|\bNaN\b/g;

function parseTolerant(text: string): Parsed {
  const strict = parse(text);
  if (strict.kind === 'parsed' || !/Infinity|NaN/.test(text)) return strict;
  return parse(
    text.replace(stringOrConstant, (found) => {
      if (found.startsWith('"')) return found;
      return found === 'NaN' ? 'null' : `"${found}"`;
    }),
  );
}

function parse(text: string): Parsed {
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // The engine quotes a piece of the text, which may have line ends.
    return { kind: 'broken', why: why.replace(/\s+/g, ' ').slice(0, 160) };
  }
}
