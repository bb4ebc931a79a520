import type { Language } from '../../plan/language.ts';
import { chineseMaterial } from './chinese.ts';
import { englishMaterial } from './english.ts';
import { koreanMaterial } from './korean.ts';

/**
 * What prompts of one language are made of. `{topic}` in a sentence is replaced by one of the topics; the sentences are
 * written so that any topic fits (in Korean: no particle that depends on the topic's last sound).
 */
export type TextMaterial = {
  readonly topics: readonly string[];
  /** Requests that a model answers at length. */
  readonly asks: readonly string[];
  /** The shortest request that still is one. */
  readonly shortAsk: string;
  /** Sentences of context about a topic. */
  readonly notes: readonly string[];
  /** Introduces sentences of context where no request stands before them. */
  readonly backgroundLabel: string;
  /** Introduces the list of single words that brings a prompt to its exact length. */
  readonly wordsLabel: string;
  /** Short, common words: one token each in most vocabularies. */
  readonly words: readonly string[];
  /** Between two sentences: a space, or nothing where the script has none. */
  readonly sentenceGap: string;
};

/** The material by language; adding a language means a file and a line here. */
export const textMaterial: Readonly<Record<Language, TextMaterial>> = {
  en: englishMaterial,
  ko: koreanMaterial,
  zh: chineseMaterial,
};
