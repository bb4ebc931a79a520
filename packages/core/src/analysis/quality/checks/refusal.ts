import type { QualityCheck } from '../judged-answer.ts';
import { refusalPhrases } from '../refusal-phrases.ts';

/** A refusal opens an answer; later on the same words may belong to a letter or a dialogue that was asked for. */
const openingCharacters = 100;

/**
 * Finds an answer that begins like a refusal, in its language or in English. Words alone do not prove one, so it is doubtful
 * at most. `detail` is what was found.
 */
export const refusal: QualityCheck = ({ text, language }) => {
  const opening = text.trimStart().slice(0, openingCharacters);
  for (const phrase of [...(refusalPhrases[language] ?? []), ...(refusalPhrases['en'] ?? [])]) {
    const found = opening.match(phrase)?.[0];
    if (found !== undefined) return { code: 'refusal', verdict: 'doubtful', share: null, detail: found };
  }
  return null;
};
