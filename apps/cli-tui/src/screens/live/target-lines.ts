import type { LiveRun } from '../../live/live-run.ts';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { targetLetter, targetTone } from '../parts/target-mark.ts';

/** Each target with what it said of itself, or how its start goes. */
export const targetLines = ({ targets }: LiveRun, { words }: Look): readonly Line[] =>
  targets.map((target, place) => {
    const state = target.state === 'unknown' ? null : words.liveLog.deployment[target.state];
    const texts = [state, target.reason, target.description].filter((text) => text !== null);
    return [
      span(`${targetLetter(place)} ${screenText(target.name)}`, targetTone(place), true),
      span(`  ${screenText(texts.join('  '))}`, target.state === 'failed' ? 'bad' : 'muted'),
    ];
  });
