import type { AppWords } from './app-words.ts';
import type { BrowserWords } from './browser-words.ts';
import type { CachingWords } from './caching-words.ts';
import type { CalibrateWords } from './calibrate-words.ts';
import type { CapacityWords } from './capacity-words.ts';
import type { CompareWords } from './compare-words.ts';
import type { DoctorWords } from './doctor-words.ts';
import type { ErrorWords } from './error-words.ts';
import type { HomeWords } from './home-words.ts';
import type { InitWords } from './init-words.ts';
import type { JobWords } from './job-words.ts';
import type { LiveLogWords } from './live-log-words.ts';
import type { LiveWords } from './live-words.ts';
import type { MessageLanguage } from './message-language.ts';
import type { ProgressWords } from './progress-words.ts';
import type { ResultWords } from './result-words.ts';
import type { RunWords } from './run-words.ts';

/** Everything that the program says in a person's language, by subject: a type and three texts, a file each. */
export type Words = {
  readonly language: MessageLanguage;
  readonly app: AppWords;
  readonly browser: BrowserWords;
  readonly errors: ErrorWords;
  readonly progress: ProgressWords;
  readonly caching: CachingWords;
  readonly calibrate: CalibrateWords;
  readonly doctor: DoctorWords;
  readonly capacity: CapacityWords;
  readonly init: InitWords;
  readonly run: RunWords;
  readonly home: HomeWords;
  readonly job: JobWords;
  readonly live: LiveWords;
  readonly liveLog: LiveLogWords;
  readonly result: ResultWords;
  readonly compare: CompareWords;
};
