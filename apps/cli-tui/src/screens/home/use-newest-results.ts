import type { StoredRun } from '@kneepoint/results-store';
import { reasonOf } from '@kneepoint/runner-agent/client';
import { useEffect, useState } from 'react';
import type { TuiWorld } from '../app/tui-world.ts';
import { screenText } from '../parts/screen-text.ts';
import type { HomeResults } from './home-view.ts';

const everyMillis = 5000;
/** More than any terminal has lines. */
const newest = 100;

/** The newest runs of the history, read again every few seconds while the screen is seen; `turn` reads them at once. */
export function useNewestResults(
  world: TuiWorld,
  turn: number,
): { readonly results: HomeResults; readonly runs: readonly StoredRun[] } {
  const [runs, setRuns] = useState<readonly StoredRun[]>([]);
  const [results, setResults] = useState<HomeResults>({ kind: 'reading' });
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        const found = (await world.history()).list({ limit: newest });
        if (!wanted) return;
        setRuns((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
        setResults((before) => (before.kind === 'read' ? before : { kind: 'read' }));
      } catch (error) {
        if (wanted) setResults({ kind: 'failed', reason: screenText(reasonOf(error)) });
      }
    };
    void read();
    const timer = setInterval(() => void read(), everyMillis);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [world, turn]);
  return { results, runs };
}
