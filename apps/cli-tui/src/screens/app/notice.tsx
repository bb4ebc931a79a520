import type { ReactElement } from 'react';
import { line } from '../parts/line.ts';
import { Lines } from '../parts/lines.tsx';
import type { ScreenRoom } from './open-screen.tsx';

/** One quiet line where a screen has nothing to show yet. */
export function Notice({ room, text }: { readonly room: NoticeRoom; readonly text: string }): ReactElement {
  const { columns, rows, world } = room;
  return (
    <Lines lines={[[], line(` ${text}`, 'muted')]} width={columns} height={rows} theme={world.look.theme} />
  );
}

/** What a notice needs of the room of a screen. */
export type NoticeRoom = Pick<ScreenRoom, 'columns' | 'rows' | 'world'>;
