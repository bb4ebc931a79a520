import { live } from './korean/live.ts';
import { liveLog } from './korean/live-log.ts';
import type { Words } from './words.ts';

export const korean: Words = {
  language: 'ko',
  live,
  liveLog,
};
