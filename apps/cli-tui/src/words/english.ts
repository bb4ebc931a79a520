import { app } from './english/app.ts';
import { browser } from './english/browser.ts';
import { caching } from './english/caching.ts';
import { calibrate } from './english/calibrate.ts';
import { capacity } from './english/capacity.ts';
import { compare } from './english/compare.ts';
import { doctor } from './english/doctor.ts';
import { errors } from './english/errors.ts';
import { home } from './english/home.ts';
import { init } from './english/init.ts';
import { job } from './english/job.ts';
import { live } from './english/live.ts';
import { liveLog } from './english/live-log.ts';
import { progress } from './english/progress.ts';
import { result } from './english/result.ts';
import { run } from './english/run.ts';
import type { Words } from './words.ts';

export const english: Words = {
  language: 'en',
  app,
  browser,
  errors,
  progress,
  caching,
  calibrate,
  doctor,
  capacity,
  init,
  run,
  home,
  job,
  live,
  liveLog,
  result,
  compare,
};
