import { endedByLimit, type QualityCheck } from '../judged-answer.ts';

/** A replacement character, half of a surrogate pair, a control character, or a byte that a tokenizer wrote out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const broken = /\ufffd|\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|<0x[0-9A-F]{2}>/gu;
/** What the bytes 80 to BF are in Latin-1 and in Windows-1252. */
const followers =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]';
/** UTF-8 that was read as one of these: its lead byte and those that follow it. */
const misread = new RegExp(`[\\u00c2-\\u00df]${followers}|[\\u00e0-\\u00ef]${followers}{2}`, 'gu');
/** An accent before a quotation mark can look so once or twice. */
const leastMisread = 3;
/** So many are no single accident any more. */
const badCount = 3;

/** Finds characters that no person wrote. `share` is theirs of all characters, `detail` the first of them. */
export const brokenCharacters: QualityCheck = (answer) => {
  const text = endedByLimit(answer) ? withoutHalfCharacter(answer.text) : answer.text;
  const mistaken = text.match(misread) ?? [];
  const found = [...(text.match(broken) ?? []), ...(mistaken.length < leastMisread ? [] : mistaken)];
  const [first] = found;
  if (first === undefined) return null;
  const share = Math.min(1, found.length / [...text].length);
  return {
    code: 'broken-characters',
    verdict: found.length >= badCount ? 'bad' : 'doubtful',
    share,
    detail: shown(first),
  };
};

/** A limit of tokens can fall within the bytes of the last character. */
const withoutHalfCharacter = (text: string): string => text.replace(/\ufffd{1,3}$/u, '');

/** As a code point, since most of these cannot be seen. */
const shown = (found: string): string =>
  found.length > 1 ? found : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
