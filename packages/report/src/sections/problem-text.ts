import type { FoundProblem } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';

type Words = FoundProblem['text']['en'];

/** A problem's words in a language, or in English where they are not written in it yet. */
export function problemText(
  text: FoundProblem['text'],
  language: ReportLanguage,
): { readonly text: Words; readonly isForeign: boolean } {
  const own = text[language];
  return { text: own ?? text.en, isForeign: own === null };
}
