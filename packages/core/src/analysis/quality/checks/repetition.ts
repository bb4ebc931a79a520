import type { QualityCheck } from '../judged-answer.ts';

/** Longer than figures of speech, shorter than a sentence. */
const gram = { words: 4, characters: 10 };
/** With fewer n-grams a refrain would decide. */
const leastGrams = 20;
/** Where a loop begins late the whole text still looks varied: the last units are looked at, too. */
const tailUnits = 80;
const limits = { doubtful: 0.35, bad: 0.6 };
const tailLimit = 0.75;

/** Words of scripts without spaces, and of Korean, whose words change their endings, are no units: characters are. */
const dense = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * Finds text that says the same again and again: the share of n-grams (of 4 words, or of 10 characters) that have been there
 * before. `share` is that of the whole answer, or of its end where that loops; `detail` is `end` then.
 */
export const repetition: QualityCheck = ({ text }) => {
  const { units, size } = unitsOf(text);
  const share = repeatedShare(units, size);
  if (share !== null && share >= limits.doubtful)
    return {
      code: 'repetition',
      verdict: share >= limits.bad ? 'bad' : 'doubtful',
      share,
      detail: null,
    };
  const tail = repeatedShare(units.slice(-tailUnits), size);
  if (tail === null || tail < tailLimit) return null;
  return { code: 'repetition', verdict: 'doubtful', share: tail, detail: 'end' };
};

function unitsOf(text: string): { readonly units: readonly string[]; readonly size: number } {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isDense = (text.match(dense)?.length ?? 0) > letters / 2;
  if (isDense) return { units: [...text.replace(/\s+/gu, '')], size: gram.characters };
  return { units: text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [], size: gram.words };
}

/** `null` where there are too few n-grams to say. */
function repeatedShare(units: readonly string[], size: number): number | null {
  const total = units.length - size + 1;
  if (total < leastGrams) return null;
  const seen = new Set<string>();
  for (let start = 0; start < total; start++) seen.add(units.slice(start, start + size).join('\u0000'));
  return 1 - seen.size / total;
}
