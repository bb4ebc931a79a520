import { useEffect, useRef, useState } from 'react';
import type { ScreenProps } from '../app/screen-kind.ts';
import type { JobHead } from './job-lines.ts';
import type { WatchedJob } from './job-watch.ts';
import { askJob, type JobWish } from './job-wish.ts';

/** So long it is said what came of a wish, in milliseconds. */
const noticeMillis = 5000;

/** What a person asks of a job: the question that is open, what came of the last wish, and how to ask and wish. */
export type JobWishes = {
  readonly head: JobHead;
  /** Opens a question, or closes it. While one is open all keys are the screen's. */
  ask(question: JobHead['question']): void;
  wish(wish: JobWish): void;
};

/** Wishes go to the agent beside the drawing; what it answers is said for a few seconds. */
export function useWishes(
  job: WatchedJob,
  { takeKeys, world }: Pick<ScreenProps<'job'>, 'takeKeys' | 'world'>,
): JobWishes {
  const [head, setHead] = useState<JobHead>({ question: null, notice: null });
  const timer = useRef<NodeJS.Timeout | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const wish = (wanted: JobWish): void => {
    void askJob(wanted, job, world.look.words.job).then((notice) => {
      clearTimeout(timer.current);
      setHead((before) => ({ ...before, notice }));
      timer.current = setTimeout(() => setHead((before) => ({ ...before, notice: null })), noticeMillis);
    });
  };
  const ask = (question: JobHead['question']): void => {
    takeKeys(question !== null);
    setHead((before) => ({ ...before, question }));
  };
  return { head, ask, wish };
}
