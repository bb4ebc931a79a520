import { displayWidth } from './display-width.ts';

/** Signs that may not begin a line. */
const closing = /^[)\]}，。、；：！？）】》”’,.;:!?%]$/u;
/** Characters between which a line may break: Chinese and Japanese, but not Hangul, whose words stay whole. */
const ideograph = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/** A piece of a line that stays together, and whether a space stands before it. */
type Piece = { readonly text: string; readonly spaced: boolean };

/**
 * The text in lines of at most so many terminal columns: broken at spaces and between ideographs, never before a closing
 * sign; a piece that is wider alone is broken anywhere. Line breaks of the text stay.
 */
export function wrapToWidth(text: string, columns: number): string[] {
  const width = Math.max(1, columns);
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const { text, spaced } of piecesOf(line)) {
    const joined = current === '' ? text : `${current}${spaced ? ' ' : ''}${text}`;
    if (displayWidth(joined) <= columns) current = joined;
    else {
      if (current !== '') lines.push(current);
      const [last = '', ...full] = brokenAnywhere(text, columns).toReversed();
      lines.push(...full.toReversed());
      current = last;
    }
  }
  return [...lines, current];
}

function piecesOf(line: string): Piece[] {
  const pieces: { text: string; spaced: boolean }[] = [];
  for (const word of line.split(/ +/)) {
    let isFirst = true;
    let previous = '';
    for (const character of word) {
      const last = pieces.at(-1);
      const canBreak = isFirst || ideograph.test(character) || ideograph.test(previous);
      if (last !== undefined && !isFirst && (!canBreak || closing.test(character))) last.text += character;
      else pieces.push({ text: character, spaced: isFirst });
      isFirst = false;
      previous = character;
    }
  }
  return pieces;
}

function brokenAnywhere(text: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of text) {
    if (current !== '' && displayWidth(current + character) > columns) {
      lines.push(current);
      current = character;
    } else current += character;
  }
  return [...lines, current];
}
