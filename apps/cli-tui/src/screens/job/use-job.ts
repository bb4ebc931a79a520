import { useEffect, useMemo, useState } from 'react';
import type { LiveWindow } from '../../live/live-run.ts';
import type { JobView } from './job-view.ts';
import { JobWatch, type WatchedJob } from './job-watch.ts';

const tickMillis = 250;

/** A job as it is seen, four times a second while the screen is seen; what came before stays when it is hidden. */
export function useJob(job: WatchedJob, window: LiveWindow): JobView {
  const watch = useMemo(() => new JobWatch(job), [job]);
  const [view, setView] = useState(() => watch.view(window));
  useEffect(() => watch.start(), [watch]);
  useEffect(() => {
    setView(watch.view(window));
    if (watch.isOver) return undefined;
    const timer = setInterval(() => {
      setView(watch.view(window));
      if (watch.isOver) clearInterval(timer);
    }, tickMillis);
    return () => clearInterval(timer);
  }, [watch, window]);
  return view;
}
