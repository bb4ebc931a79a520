import { live } from './chinese/live.ts';
import { liveLog } from './chinese/live-log.ts';
import type { Words } from './words.ts';

export const chinese: Words = {
  language: 'zh',
  live,
  liveLog,
};
