import { columnsOf } from './columns-of.ts';

/** Breaks a clean text between words, and a word that is wider than the room inside it; wide characters count two. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  const flush = (): void => {
    if (current !== '') lines.push(current);
    current = '';
  };
  for (const word of text.split(' ')) {
    if (current !== '' && columnsOf(current) + 1 + columnsOf(word) > width) flush();
    if (columnsOf(word) <= width) {
      current = current === '' ? word : `${current} ${word}`;
      continue;
    }
    for (const character of current === '' ? word : ` ${word}`) {
      if (columnsOf(current + character) > width) flush();
      current += character;
    }
  }
  flush();
  return lines;
}
