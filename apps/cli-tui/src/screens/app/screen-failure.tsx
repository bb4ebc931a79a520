import type { ReactElement } from 'react';
import { Lines } from '../parts/lines.tsx';
import { failureLines } from './failure-lines.ts';
import type { NoticeRoom } from './notice.tsx';

/** What stands in place of a screen that cannot be shown: what happened, and what to do. */
export function ScreenFailure({
  room,
  error,
}: {
  readonly room: NoticeRoom;
  readonly error: unknown;
}): ReactElement {
  const { columns, rows, world } = room;
  const lines = failureLines(error, { title: world.look.words.app.cannotShow, width: columns });
  return <Lines lines={lines} width={columns} height={rows} theme={world.look.theme} />;
}
