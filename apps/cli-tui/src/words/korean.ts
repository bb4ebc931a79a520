import { app } from './korean/app.ts';
import { browser } from './korean/browser.ts';
import { errors } from './korean/errors.ts';
import { live } from './korean/live.ts';
import { liveLog } from './korean/live-log.ts';
import type { Words } from './words.ts';

export const korean: Words = {
  language: 'ko',
  app,
  browser,
  errors,
  live,
  liveLog,
};
