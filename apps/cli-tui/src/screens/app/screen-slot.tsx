import { Activity, type ReactElement } from 'react';
import type { KeyHint } from '../parts/key-hints.ts';
import { HelpView } from './help-view.tsx';
import { Notice } from './notice.tsx';
import type { ScreenRoom } from './open-screen.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { ScreenFailure } from './screen-failure.tsx';
import type { StackedScreen } from './screen-stack.ts';

type SlotOptions = {
  readonly entry: StackedScreen;
  readonly isSeen: boolean;
  readonly room: ScreenRoom;
  /** The keys of the screen below, which help shows. */
  readonly keysBelow: readonly KeyHint[];
};

/** One screen of the stack. Below another one it is hidden: it keeps its state and loses its effects. */
export function ScreenSlot(options: SlotOptions): ReactElement {
  const { isSeen, room } = options;
  return (
    <Activity mode={isSeen ? 'visible' : 'hidden'}>
      <ScreenBoundary room={room}>
        <SlotContent {...options} />
      </ScreenBoundary>
    </Activity>
  );
}

function SlotContent({ entry, room, keysBelow }: SlotOptions): ReactElement {
  if (entry.screen.kind === 'help') return <HelpView room={room} keys={keysBelow} />;
  switch (entry.state) {
    case 'loading':
      return <Notice room={room} text={room.world.look.words.app.loading} />;
    case 'failed':
      return <ScreenFailure room={room} error={entry.error} />;
    case 'open':
      return entry.open.draw(room);
  }
}
