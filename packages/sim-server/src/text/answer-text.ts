import { hashText, seededRandom } from './random.ts';
import { languageOf, type VocabularyToken, vocabularies } from './vocabulary.ts';

/** What a model would say to a prompt, token by token, and where it would stop by itself. */
export interface Answer {
  /** Token k of the answer; any k, the text never runs out. */
  token(position: number): VocabularyToken;
  /** The token after which the model ends its answer unless told to go on. */
  readonly naturalTokens: number;
}

/**
 * The answer to a prompt under a seed: the same prompt always gets the same one. Its natural length is spread
 * around 180 tokens, between 24 and 900.
 */
export function answerTo(prompt: string, seed: number): Answer {
  const vocabulary = vocabularies[languageOf(prompt)];
  const random = seededRandom(hashText(prompt, 2166136261 ^ seed));
  const start = Math.floor(random() * vocabulary.length);
  const stride = 1 + Math.floor(random() * 6);
  const spread = Math.exp((random() + random() + random() - 1.5) * 1.2);
  const naturalTokens = Math.round(Math.min(900, Math.max(24, 180 * spread)));
  const fallback = vocabulary[0] ?? { text: '', wire: '', id: 0 };
  return {
    naturalTokens,
    // Walks the vocabulary in strides and shifts by one each time round, so that no short loop shows.
    token: (position) => {
      const walk = start + position * stride + Math.floor((position * stride) / vocabulary.length);
      return vocabulary[walk % vocabulary.length] ?? fallback;
    },
  };
}
