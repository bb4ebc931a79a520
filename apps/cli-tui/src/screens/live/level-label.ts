import { expectedNumber, type PlannedStage } from '@kneepoint/core';
import { arrivalsLabel } from '../../live/stage-words.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';

/** A level without its suite: `50 users`, `4 requests/s`, `1 user ko`, `1 user 4,096 tokens in`. */
export function levelLabel(stage: PlannedStage, { words, numbers }: Look): string {
  const { load, suite, language, inputTokens } = stage;
  const parts = [
    load.loop === 'closed'
      ? words.liveLog.users(load.users)
      : arrivalsLabel(load.arrivals, words.liveLog.arrivals),
    ...(suite === 'languages' ? [language] : []),
    ...(suite === 'context' && inputTokens !== null
      ? [words.live.figures.inputTokens(numbers.count(Math.round(expectedNumber(inputTokens))))]
      : []),
  ];
  return screenText(parts.join(' '));
}
