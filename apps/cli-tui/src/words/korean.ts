import { app } from './korean/app.ts';
import { browser } from './korean/browser.ts';
import { caching } from './korean/caching.ts';
import { calibrate } from './korean/calibrate.ts';
import { capacity } from './korean/capacity.ts';
import { compare } from './korean/compare.ts';
import { doctor } from './korean/doctor.ts';
import { errors } from './korean/errors.ts';
import { home } from './korean/home.ts';
import { init } from './korean/init.ts';
import { job } from './korean/job.ts';
import { live } from './korean/live.ts';
import { liveLog } from './korean/live-log.ts';
import { progress } from './korean/progress.ts';
import { result } from './korean/result.ts';
import { run } from './korean/run.ts';
import type { Words } from './words.ts';

export const korean: Words = {
  language: 'ko',
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
