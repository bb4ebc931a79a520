import { hasPrompts, type PromptLanguage } from '../plan/language.ts';
import { chinesePrompts } from './language-prompts/chinese.ts';
import { englishPrompts } from './language-prompts/english.ts';
import { japanesePrompts } from './language-prompts/japanese.ts';
import { koreanPrompts } from './language-prompts/korean.ts';

const prompts: Readonly<Record<PromptLanguage, readonly string[]>> = {
  en: englishPrompts,
  ko: koreanPrompts,
  zh: chinesePrompts,
  ja: japanesePrompts,
};

/**
 * Kneepoint's own prompts of a language: the same tasks in the same order in every language, the poem about spring first.
 * Throws where there are none: plans and flags refuse such a language.
 */
export function languagePrompts(language: string): readonly string[] {
  if (!hasPrompts(language)) throw new Error(`there are no prompts in ${language}`);
  return prompts[language];
}
