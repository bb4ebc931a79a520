import { live } from './english/live.ts';
import { liveLog } from './english/live-log.ts';
import type { Words } from './words.ts';

export const english: Words = {
  language: 'en',
  live,
  liveLog,
};
