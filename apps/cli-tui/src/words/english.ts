import { app } from './english/app.ts';
import { browser } from './english/browser.ts';
import { errors } from './english/errors.ts';
import { home } from './english/home.ts';
import { job } from './english/job.ts';
import { live } from './english/live.ts';
import { liveLog } from './english/live-log.ts';
import { result } from './english/result.ts';
import { run } from './english/run.ts';
import type { Words } from './words.ts';

export const english: Words = {
  language: 'en',
  app,
  browser,
  errors,
  run,
  home,
  job,
  live,
  liveLog,
  result,
};
