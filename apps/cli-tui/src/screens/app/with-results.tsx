import type { Result } from '@kneepoint/core';
import { type ReactElement, useEffect, useState } from 'react';
import { Notice } from './notice.tsx';
import type { ScreenRoom } from './open-screen.tsx';
import type { ResultSource } from './screen.ts';
import { ScreenFailure } from './screen-failure.tsx';

type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly results: readonly Result[] }
  | { readonly state: 'failed'; readonly error: unknown };

/** Reads the results of a screen once, then draws it; says why where one of them cannot be read. */
export function WithResults(options: {
  readonly room: ScreenRoom;
  readonly sources: readonly ResultSource[];
  readonly children: (results: readonly Result[]) => ReactElement;
}): ReactElement {
  const { room, sources, children } = options;
  const { world } = room;
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  const isRead = reading.state === 'read';
  useEffect(() => {
    let wanted = true;
    if (isRead) return;
    Promise.all(sources.map((source) => world.readResult(source))).then(
      (results) => {
        if (wanted) setReading({ state: 'read', results });
      },
      (error: unknown) => {
        if (wanted) setReading({ state: 'failed', error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [sources, world, isRead]);
  if (reading.state === 'read') return children(reading.results);
  if (reading.state === 'failed') return <ScreenFailure room={room} error={reading.error} />;
  return <Notice room={room} text={world.look.words.app.loading} />;
}
