import { lineText } from '../parts/line.ts';
import type { Glue, ShownLine } from './shown-line.ts';

/** A stretch of one line, in characters of its text; `cell` is the column of a line of a table. */
export type MatchPart = {
  readonly line: number;
  readonly cell: number | null;
  readonly from: number;
  readonly to: number;
};

/** A place where the text was found; it goes on in the next line where a line is broken inside it. */
export type Match = { readonly parts: readonly MatchPart[] };

/** A run of text that belongs together, and where each of its characters is drawn; `null` for a space that joins two lines. */
type Run = {
  /** In lower case. */
  readonly searched: string;
  readonly places: readonly (Place | null)[];
};

/** Lines ready to be searched. */
export type SearchIndex = readonly Run[];

/** Every place of a text in the lines, whatever its case and wherever lines are broken; in the order of the lines. */
export function findMatches(index: SearchIndex, query: string): readonly Match[] {
  const wanted = folded(query.trim());
  if (wanted === '') return [];
  const found = index.flatMap((run) => matchesIn(run, wanted));
  return found.toSorted((one, other) => (one.parts[0]?.line ?? 0) - (other.parts[0]?.line ?? 0));
}

/** Lower case, one character for each: some letters become two, which would move all that follows. */
const folded = (text: string): string =>
  text.replace(/[\s\S]/g, (character) => {
    const lower = character.toLowerCase();
    return lower.length === 1 ? lower : character;
  });

function matchesIn({ searched, places }: Run, wanted: string): Match[] {
  const matches: Match[] = [];
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length))
    matches.push({ parts: partsOf(places.slice(at, at + wanted.length)) });
  return matches;
}

function partsOf(places: Run['places']): MatchPart[] {
  const parts: MatchPart[] = [];
  for (const place of places) {
    if (place === null) continue;
    const last = parts.at(-1);
    if (last !== undefined && last.line === place.line && last.cell === place.cell && last.to === place.from)
      parts[parts.length - 1] = { ...last, to: place.from + 1 };
    else parts.push({ ...place, to: place.from + 1 });
  }
  return parts;
}

/** Paragraphs over all their lines, and each cell of a table over its own. */
export function searchIndex(lines: readonly ShownLine[]): SearchIndex {
  const runs = new RunList();
  let start = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (line.kind === 'text') {
      if (line.glue === '\n' || before?.kind !== 'text') start = index;
      const text = lineText(line.pieces).slice(line.lead);
      runs.add({ key: String(start), text, glue: line.glue }, { line: index, cell: null, from: line.lead });
    } else if (line.kind === 'row') {
      if (before?.kind !== 'row' || before.table !== line.table || before.row !== line.row) start = index;
      for (const [cell, { text }] of line.cells.entries()) {
        const from = text.length - text.trimStart().length;
        runs.add(
          { key: `${start}/${cell}`, text: text.trim(), glue: line.glues[cell] ?? '' },
          { line: index, cell, from },
        );
      }
    }
  });
  return runs.all();
}

type Piece = { readonly key: string; readonly text: string; readonly glue: Glue };
type Place = Omit<MatchPart, 'to'>;

/** Pieces of text put together by their keys. */
class RunList {
  private readonly runs = new Map<string, { text: string; places: (Place | null)[] }>();

  add({ key, text, glue }: Piece, at: Place): void {
    if (text === '') return;
    const run = this.runs.get(key) ?? { text: '', places: [] };
    this.runs.set(key, run);
    if (run.text !== '' && glue === ' ') {
      run.text += ' ';
      run.places.push(null);
    }
    run.text += text;
    for (let index = 0; index < text.length; index++) run.places.push({ ...at, from: at.from + index });
  }

  all(): Run[] {
    return [...this.runs.values()].map(({ text, places }) => ({ searched: folded(text), places }));
  }
}
