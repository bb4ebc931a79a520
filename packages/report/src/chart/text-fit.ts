import { displayWidth } from '../terminal/display-width.ts';

/** Room for one column of text at 13 px; Hangul and Chinese characters take two. Wide enough for most fonts, bold too. */
const columnWidth = 7.6;
/** The same for the small text of legends, at 12 px. */
const smallColumnWidth = 6.7;
const mostNameColumns = 24;

/** Room that a text needs in a chart, in units of its view box. */
export function textWidth(text: string): number {
  return displayWidth(text) * columnWidth;
}

/** The room of the widest text, 0 for none. */
export function widestText(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** A name that fits beside a plot: a long one loses its middle, because names that are compared often differ at their ends. */
export function shortName(name: string): string {
  if (displayWidth(name) <= mostNameColumns) return name;
  const half = (mostNameColumns - 1) / 2;
  return `${headOf([...name], Math.ceil(half)).join('')}…${headOf([...name].reverse(), Math.floor(half))
    .reverse()
    .join('')}`;
}

function headOf(characters: readonly string[], columns: number): string[] {
  const kept: string[] = [];
  for (const character of characters) {
    if (displayWidth([...kept, character].join('')) > columns) break;
    kept.push(character);
  }
  return kept;
}

/** Statements packed into lines of small text that fit a width; one that is too long alone is broken at its spaces. */
export function legendLines(statements: readonly string[], width: number): string[] {
  const columns = Math.floor(width / smallColumnWidth);
  const lines: string[] = [];
  for (const statement of statements.flatMap((one) => broken(one, columns))) {
    const last = lines.at(-1);
    const joined = `${last} · ${statement}`;
    if (last === undefined || displayWidth(joined) > columns) lines.push(statement);
    else lines[lines.length - 1] = joined;
  }
  const [first = ''] = lines;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...lines.slice(1)].filter((line) => line !== '');
}

function broken(statement: string, columns: number): string[] {
  const lines = [''];
  for (const word of statement.split(/(?<=[ ；;，,])/u)) {
    const last = lines.at(-1) ?? '';
    if (displayWidth(last + word) > columns && last !== '') lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
