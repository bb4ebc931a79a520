import type { JobState } from '@kneepoint/runner-agent/client';
import { type Line, span, type Tone } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import type { Marks } from '../parts/marks.ts';

type Sign = {
  readonly mark: keyof Marks & ('running' | 'waiting' | 'valid' | 'invalid' | 'suspect');
  readonly tone: Tone;
};

const underWay: Sign = { mark: 'running', tone: 'accent' };
const signs: Readonly<Record<JobState, Sign>> = {
  queued: { mark: 'waiting', tone: 'muted' },
  deploying: underWay,
  ready: underWay,
  measuring: underWay,
  draining: { mark: 'running', tone: 'caution' },
  'tearing-down': underWay,
  done: { mark: 'valid', tone: 'good' },
  failed: { mark: 'invalid', tone: 'bad' },
  cancelled: { mark: 'invalid', tone: 'muted' },
};

/** Sign and word of a job's state; a job that is held says that before anything else. */
export function jobStateLine(
  { state, held }: { readonly state: JobState; readonly held: boolean },
  { words: { home }, theme }: Look,
): Line {
  if (held) return [span(`${theme.marks.suspect} ${home.held}`, 'caution', true)];
  const { mark, tone } = signs[state];
  return [span(`${theme.marks[mark]} ${home.states[state]}`, tone)];
}
