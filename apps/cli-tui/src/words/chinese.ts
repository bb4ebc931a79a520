import { app } from './chinese/app.ts';
import { browser } from './chinese/browser.ts';
import { caching } from './chinese/caching.ts';
import { calibrate } from './chinese/calibrate.ts';
import { capacity } from './chinese/capacity.ts';
import { compare } from './chinese/compare.ts';
import { doctor } from './chinese/doctor.ts';
import { errors } from './chinese/errors.ts';
import { home } from './chinese/home.ts';
import { init } from './chinese/init.ts';
import { job } from './chinese/job.ts';
import { live } from './chinese/live.ts';
import { liveLog } from './chinese/live-log.ts';
import { progress } from './chinese/progress.ts';
import { result } from './chinese/result.ts';
import { run } from './chinese/run.ts';
import type { Words } from './words.ts';

export const chinese: Words = {
  language: 'zh',
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
