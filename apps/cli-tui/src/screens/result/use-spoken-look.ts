import { useMemo, useState } from 'react';
import type { MessageLanguage } from '../../words/message-language.ts';
import { wordsOf } from '../../words/words-of.ts';
import type { Look } from '../parts/look.ts';
import { screenNumbers } from '../parts/screen-numbers.ts';

const turns: Readonly<Record<MessageLanguage, MessageLanguage>> = { en: 'ko', ko: 'zh', zh: 'en' };

/** The look in the language that the person has turned to, and how to turn to the next one. */
export function useSpokenLook(look: Look): readonly [Look, () => void] {
  const [language, setLanguage] = useState(look.words.language);
  const spoken = useMemo(
    () =>
      language === look.words.language
        ? look
        : { ...look, words: wordsOf(language), numbers: screenNumbers(language) },
    [language, look],
  );
  return [spoken, () => setLanguage((own) => turns[own])];
}
