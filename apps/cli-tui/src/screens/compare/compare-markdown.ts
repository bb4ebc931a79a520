import { compareResults, resultOfTarget } from '@kneepoint/core';
import { writeDifferenceMarkdown } from '@kneepoint/report';
import type { MessageLanguage } from '../../words/message-language.ts';
import type { SideComparison } from './comparison.ts';

/** Each candidate against the baseline as `kneepoint diff --markdown` writes it, one after the other. */
export function compareMarkdown({ baseline, candidates }: SideComparison, language: MessageLanguage): string {
  const before = resultOfTarget(baseline);
  return candidates
    .map(({ side }) => writeDifferenceMarkdown(compareResults(before, resultOfTarget(side)), language))
    .join('\n');
}
