import { Box } from 'ink';
import { type ReactElement, useMemo, useRef } from 'react';
import { keyHintsLine } from '../parts/key-hints.ts';
import { type Line, line, lineWidth, span } from '../parts/line.ts';
import { Lines } from '../parts/lines.tsx';
import { tooSmallLine } from '../parts/too-small.ts';
import { useKeys } from '../parts/use-keys.ts';
import { breadcrumbLine } from './breadcrumb-line.ts';
import { frameHelp, frameHints } from './frame-keys.ts';
import type { ScreenRoom } from './open-screen.tsx';
import type { Screen } from './screen.ts';
import type { Navigation } from './screen-kind.ts';
import type { ScreenLoaders } from './screen-loaders.ts';
import { ScreenSlot } from './screen-slot.tsx';
import type { ScreenStack } from './screen-stack.ts';
import type { TuiWorld } from './tui-world.ts';
import { useScreenStack } from './use-screen-stack.ts';

/** What the frame is given: where it begins, its room, and how the program is left and suspended. */
export type FrameOptions = {
  /** The stack at the start, the first screen first; at least one. */
  readonly first: readonly Screen[];
  readonly loaders: ScreenLoaders;
  readonly world: TuiWorld;
  readonly columns: number;
  readonly rows: number;
  /** The end of the program: by `q` on the first screen, or by Ctrl-C from anywhere. */
  leave(how: 'done' | 'interrupted'): void;
  /** Gives the terminal back to the shell until the program is continued. */
  suspend(): void;
};

/** Lines of the frame itself: the breadcrumb and the keys. */
const frameRows = 2;

/** The stack of screens between a breadcrumb and a line of keys. */
export function Frame(options: FrameOptions): ReactElement {
  const { world, columns, rows, leave } = options;
  const { look } = world;
  const { stack, push, pop } = useScreenStack({ ...options, words: look.words });
  const takers = useRef(new Set<number>());
  const top = stack.at(-1);
  const back = (): void => (stack.length > 1 ? pop() : leave('done'));
  useKeys(({ letter, key }) => {
    if (key.ctrl && letter === 'c') leave('interrupted');
    else if (key.ctrl && letter === 'z') options.suspend();
    else if (top === undefined || takers.current.has(top.id)) return;
    else if (key.escape || letter === 'q') back();
    else if (letter === '?' && top.screen.kind !== 'help') push({ kind: 'help' });
  });
  const tooSmall = tooSmallLine({ columns, rows }, look);
  const navigation: Navigation = { open: push, back, leave: () => leave('done') };
  const size = { columns, rows: rows - frameRows };
  const shared: Shared = { stack, takers: takers.current, world, navigation, size };
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines
        lines={[tooSmall ?? breadcrumbLine(titlesOf(stack, look.words.app.help), columns, look.theme.marks)]}
        width={columns}
        height={1}
        theme={look.theme}
      />
      {stack.map((entry, place) => (
        <Slot key={entry.id} place={place} shared={shared} isSeen={entry === top && tooSmall === null} />
      ))}
      <Lines
        lines={tooSmall === null ? [keyLine(stack, shared)] : []}
        width={columns}
        height={1}
        theme={look.theme}
      />
    </Box>
  );
}

type Shared = {
  readonly stack: ScreenStack;
  readonly takers: Set<number>;
  readonly world: TuiWorld;
  readonly navigation: Navigation;
  readonly size: { readonly columns: number; readonly rows: number };
};

function Slot({
  place,
  shared,
  isSeen,
}: {
  readonly place: number;
  readonly shared: Shared;
  readonly isSeen: boolean;
}): ReactElement | null {
  const { stack, takers, world, navigation, size } = shared;
  const entry = stack[place];
  const id = entry?.id ?? -1;
  // The key that ends the taking is still the screen's own: the frame hears it after the screen.
  const takeKeys = useMemo(
    () => (taken: boolean) => {
      if (taken) takers.add(id);
      else queueMicrotask(() => takers.delete(id));
    },
    [takers, id],
  );
  if (entry === undefined) return null;
  const room: ScreenRoom = {
    world,
    navigation,
    takeKeys,
    columns: size.columns,
    rows: Math.max(0, size.rows),
  };
  const keysBelow = [...keysOf(stack, place - 1), ...frameHelp(world.look.words, place === 1)];
  return <ScreenSlot entry={entry} isSeen={isSeen} room={room} keysBelow={keysBelow} />;
}

const keysOf = (stack: ScreenStack, place: number) => {
  const entry = stack[place];
  return entry?.state === 'open' ? entry.open.keys : [];
};

/** The first word of the breadcrumb stands for home. Screens that are still being loaded have no title yet. */
function titlesOf(stack: ScreenStack, help: string): readonly string[] {
  return stack.flatMap((entry) => {
    if (entry.screen.kind === 'help') return [help];
    if (entry.screen.kind === 'home') return [];
    return entry.state === 'open' ? [entry.open.title] : [];
  });
}

/** The keys of the seen screen as far as they fit, then those of every screen, which always do. */
function keyLine(stack: ScreenStack, { world, size }: Shared): Line {
  if (stack.at(-1)?.screen.kind === 'help') return line('');
  const hints = frameHints(world.look.words, stack.length === 1);
  const widest = hints
    .map(({ key, does }) => lineWidth(line(`  ${key} ${does}`)))
    .reduce((sum, width) => sum + width, 0);
  const tail = keyHintsLine(hints, Math.min(size.columns, widest - 2));
  const own = keyHintsLine(keysOf(stack, stack.length - 1), Math.max(0, size.columns - lineWidth(tail) - 2));
  return [...own, span('  '), ...tail];
}
