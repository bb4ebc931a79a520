import type { Language } from '../plan/language.ts';
import type { TokenCounter } from './token-counter.ts';

/**
 * The tokens of pieces of text: counted with the model's tokenizer, or estimated. The pieces are whole sentences and
 * words, where byte-pair tokenizers split anyway, so the costs of pieces add up to the cost of the text (exactly for
 * the tokenizers tried; the composer counts the whole text and corrects).
 */
export type TextCost = {
  readonly exact: boolean;
  readonly of: (text: string) => number;
};

/** Counts with the tokenizer and remembers each piece: sentences and words come from fixed lists and repeat. */
export function countedCost(tokenizer: TokenCounter): TextCost {
  const known = new Map<string, number>();
  return {
    exact: true,
    of(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      const count = tokenizer.count(text);
      known.set(text, count);
      return count;
    },
  };
}

/*
 * Tokens per unit of this project's own texts under the Qwen3 tokenizer (a test holds them): English by the word,
 * Korean and Chinese by the character, spaces and punctuation included, because their words are not the units of
 * any tokenizer. Other vocabularies differ by some ten per cent; the sent length is what the server's usage says.
 */
const tokensPerEnglishWord = 1.11;
const tokensPerCharacter = { ko: 0.69, zh: 0.62 } as const;
/** 16 hexadecimal digits in a bracket, on average. */
const tokensOfSaltLine = 17;
const saltLinePattern = /^\[id [0-9a-f]{16}\]\n$/;

/** Estimates without a tokenizer. */
export function estimatedCost(language: Language): TextCost {
  return {
    exact: false,
    of(text) {
      if (saltLinePattern.test(text)) return tokensOfSaltLine;
      if (language === 'en') return countWords(text) * tokensPerEnglishWord;
      return text.length * tokensPerCharacter[language];
    },
  };
}

function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/).length;
}
