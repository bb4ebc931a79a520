import { type ReactElement, useEffect } from 'react';
import { helpLines } from '../parts/help-lines.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import { Lines } from '../parts/lines.tsx';
import { useKeys } from '../parts/use-keys.ts';
import type { ScreenRoom } from './open-screen.tsx';

/** The keys of the screen below it; any key leads back there. */
export function HelpView({
  room,
  keys,
}: {
  readonly room: ScreenRoom;
  readonly keys: readonly KeyHint[];
}): ReactElement {
  const { columns, rows, world, navigation, takeKeys } = room;
  useEffect(() => takeKeys(true), [takeKeys]);
  useKeys(({ letter, key }) => {
    if (!(key.ctrl && letter === 'c')) navigation.back();
  });
  const lines = helpLines(keys, { width: columns, height: rows }, world.look);
  return <Lines lines={lines} width={columns} height={rows} theme={world.look.theme} />;
}
