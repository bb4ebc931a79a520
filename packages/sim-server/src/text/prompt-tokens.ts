import { hashText } from './random.ts';

/** What a character is to the tokenizer. */
type CharacterClass = 'space' | 'newline' | 'word' | 'ideograph' | 'mark';

/** Longer words are several tokens, as with byte-pair vocabularies. */
const LETTERS_PER_TOKEN = 12;

/**
 * Splits a prompt into the pieces that the simulator counts as tokens: a word with the space before it (a long one
 * in parts of 12 letters), one Chinese, Japanese or Korean character, one punctuation mark, a run of line ends,
 * or a space that no word follows.
 * Approximate, but the same text always has the same count, and a text's prefix has the same pieces.
 */
export function promptPieces(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = pieceEnd(text, start);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** The number of pieces of {@link promptPieces}, without making them. */
export function countPromptTokens(text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; start = pieceEnd(text, start)) count += 1;
  return count;
}

/**
 * The hash of each full block of tokens, each one including all blocks before it, so that equal hashes mean an equal
 * prefix. The last token is left out: an engine computes it anew even when all of the prompt is cached.
 */
export function blockHashes(pieces: readonly (string | number)[], blockTokens: number): number[] {
  const hashes: number[] = [];
  let high = 2166136261;
  let low = 40389;
  const fullBlocks = Math.floor((pieces.length - 1) / blockTokens);
  for (let block = 0; block < fullBlocks; block += 1) {
    for (let index = block * blockTokens; index < (block + 1) * blockTokens; index += 1) {
      const piece = `${pieces[index]}\u0000`;
      high = hashText(piece, high);
      low = hashText(piece, low ^ 0x9e3779b9);
    }
    hashes.push((high & 0x1fffff) * 4294967296 + low);
  }
  return hashes;
}

function pieceEnd(text: string, start: number): number {
  const first = classOf(text.charCodeAt(start));
  if (first === 'newline') return runEnd(text, start, 'newline', Number.POSITIVE_INFINITY);
  if (first === 'word') return runEnd(text, start, 'word', LETTERS_PER_TOKEN);
  if (first === 'space' && start + 1 < text.length) {
    const next = classOf(text.charCodeAt(start + 1));
    if (next === 'word') return runEnd(text, start + 1, 'word', LETTERS_PER_TOKEN);
    if (next === 'ideograph') return start + 2;
  }
  const isHighSurrogate = (text.charCodeAt(start) & 0xfc00) === 0xd800;
  return Math.min(text.length, start + (isHighSurrogate ? 2 : 1));
}

function runEnd(text: string, start: number, kind: CharacterClass, limit: number): number {
  let end = start + 1;
  while (end < text.length && end - start < limit && classOf(text.charCodeAt(end)) === kind) end += 1;
  return end;
}

function classOf(code: number): CharacterClass {
  if (code === 32 || code === 9) return 'space';
  if (code === 10 || code === 13) return 'newline';
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'word';
  if (code >= 0x2e80 && code <= 0xd7ff) return 'ideograph';
  if (code >= 0xc0 && code < 0x2000) return 'word';
  return 'mark';
}
