import type { QualityCheck } from '../judged-answer.ts';
import type { LanguageIdentifier } from '../language-identifier.ts';
import { type TextPiece, textPieces } from '../text-pieces.ts';
import { isDense } from '../writing-scripts.ts';

/** Letters that a piece needs for its language to be told; where a letter is a syllable or a word, fewer. */
const pieceLetters = { plain: 120, dense: 40 };
/** A whole answer with fewer letters says too little about its language. */
const leastLetters = { plain: 30, dense: 10 };
/** Languages as near as Danish and Norwegian: what is nearly as likely as the best guess is not called another one. */
const nearScore = 0.75;
const doubtfulBelow = 0.8;
const badBelow = 0.5;

/** Names of one language that the identifier knows by another code. */
const sameLanguage: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  fil: 'tl',
  yue: 'zh',
  cmn: 'zh',
};

/**
 * Finds the share of the letters that stand in pieces (some sentences each) of the language that was asked for. `share` is
 * that share, `detail` the language of most other letters.
 */
export const otherLanguage: QualityCheck = ({ text, language }, identifier) => {
  const code = sameLanguage[language] ?? language;
  const kind = isDense(language) ? 'dense' : 'plain';
  const pieces = textPieces(text, pieceLetters[kind]);
  const letters = lettersOf(pieces);
  if (!identifier.knows(code) || letters < leastLetters[kind]) return null;
  const others = new Map<string, number>();
  for (const piece of pieces) {
    const guessed = otherThan(code, piece.text, identifier);
    if (guessed !== null) others.set(guessed, (others.get(guessed) ?? 0) + piece.letters);
  }
  const share = 1 - [...others.values()].reduce((sum, count) => sum + count, 0) / letters;
  if (share >= doubtfulBelow) return null;
  const [most] = [...others].sort(([, left], [, right]) => right - left);
  return {
    code: 'other-language',
    verdict: share < badBelow ? 'bad' : 'doubtful',
    share: Math.max(0, share),
    detail: most?.[0] ?? null,
  };
};

const lettersOf = (pieces: readonly TextPiece[]): number =>
  pieces.reduce((sum, { letters }) => sum + letters, 0);

/** The other language of a piece; `null` where it is the one asked for, near it, or none can be told. */
function otherThan(code: string, text: string, identifier: LanguageIdentifier): string | null {
  const { language, scores } = identifier.guess(text);
  if (language === '' || language === code) return null;
  return (scores[code] ?? 0) >= nearScore * (scores[language] ?? 1) ? null : language;
}
