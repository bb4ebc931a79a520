import { assertNever } from '@kneepoint/core';
import { Box } from 'ink';
import { type ReactElement, useReducer, useState } from 'react';
import type { LiveRun } from '../../live/live-run.ts';
import type { LiveAction } from '../../live/screen-port.ts';
import type { LivePanelName } from '../../words/live-words.ts';
import { helpLines } from '../parts/help-lines.ts';
import { keyHintsLine } from '../parts/key-hints.ts';
import { Lines } from '../parts/lines.tsx';
import type { Look } from '../parts/look.ts';
import { type ScreenSize, tooSmallLine } from '../parts/too-small.ts';
import { useKeys } from '../parts/use-keys.ts';
import { headerLines } from './header-lines.ts';
import { type LiveCommand, liveCommand, liveHelp, liveKeyHints } from './live-keys.ts';
import { liveLayout, type PlacedRow } from './live-layout.ts';
import { changeView, firstView, type LiveView } from './live-view.ts';
import { PanelView } from './panel-view.tsx';
import { panelKinds } from './panels/panel-kinds.ts';

/** A live screen and its place. */
export type LiveScreenProps = {
  readonly run: LiveRun;
  /** The room: the whole terminal, or what a frame around it leaves. */
  readonly size: ScreenSize;
  readonly look: Look;
  readonly act: (action: LiveAction) => void;
  /** `framed` where another screen draws the line of keys and the help, and owns `q`, Esc, `?` and Ctrl-C. */
  readonly framed?: boolean;
};

/** How long the screen says what a key has done, in milliseconds of the run's clock. */
const noticeTime = 4000;

/** A run that is under way: header, panels, keys. What a person looks at is kept inside; what is asked of the run goes out by `act`. */
export function LiveScreen(options: LiveScreenProps): ReactElement {
  const { run, size, look, act, framed = false } = options;
  const [view, change] = useReducer(changeView, firstView);
  const [notice, setNotice] = useState<{ readonly text: string; readonly until: number } | null>(null);
  const hasContent = (name: LivePanelName): boolean => panelKinds[name].hasContent(run);
  const body = size.rows - (framed ? 2 : 3);
  const isBefore = run.stage === null && run.cells.every((cell) => cell.ended === null);
  const rows = liveLayout({ columns: size.columns, rows: body }, { isBefore, hasContent });
  useKeys(({ letter, key }) => {
    const command = liveCommand({ input: letter, ...key });
    if (view.help) {
      change({ kind: 'help', open: false });
      if (command?.kind !== 'act' || command.action !== 'quit') return;
    }
    if (command === null || (framed && isOfFrame(command))) return;
    if (command.kind === 'act') {
      const text = noticeOf(command.action, run, look);
      if (text !== null) setNotice({ text, until: run.now + noticeTime });
      act(command.action);
      return;
    }
    obey(command, { change, ring: ringOf(rows, run) });
  });
  const small = tooSmallLine({ columns: size.columns, rows: size.rows + (framed ? 2 : 0) }, look);
  if (small !== null)
    return <Lines lines={[small]} width={size.columns} height={Math.min(1, size.rows)} theme={look.theme} />;
  const next = changeView(view, { kind: 'move', by: 1, ring: ringOf(rows, run) }).focus;
  const said = notice !== null && run.now < notice.until ? notice.text : null;
  const header = headerLines(run, { width: size.columns, notice: said }, look);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={header} width={size.columns} height={2} theme={look.theme} />
      {view.help ? (
        <Lines
          lines={helpLines(liveHelp(look), { width: size.columns, height: body }, look)}
          width={size.columns}
          height={body}
          theme={look.theme}
        />
      ) : (
        <Body rows={rows} view={view} height={body} {...options} />
      )}
      {framed ? null : (
        <Lines
          lines={[keyHintsLine(liveKeyHints(look, { run, next }), size.columns)]}
          width={size.columns}
          height={1}
          theme={look.theme}
        />
      )}
    </Box>
  );
}

/** Ctrl-C and `q` end a frame's screen, Esc leaves it, and it shows its own help. */
const isOfFrame = (command: LiveCommand): boolean =>
  command.kind === 'help' ||
  command.kind === 'home' ||
  (command.kind === 'act' && (command.action === 'quit' || command.action === 'suspend'));

function Body(
  options: LiveScreenProps & {
    readonly rows: readonly PlacedRow[];
    readonly view: LiveView;
    readonly height: number;
  },
): ReactElement {
  const { rows, view, height, run, size, look } = options;
  const { focus } = view;
  const isPlaced = focus !== null && rows.some((row) => row.panels.some(({ name }) => name === focus));
  if (focus !== null && (view.enlarged || !isPlaced)) {
    const room = { width: size.columns, height, scroll: view.scroll };
    return <PanelView kind={panelKinds[focus]} run={run} focused={true} look={look} {...room} />;
  }
  return (
    <Box flexDirection="column" height={height}>
      {rows.map((row) => (
        <Box key={row.panels.map(({ name }) => name).join()} height={row.height}>
          {row.panels.map(({ name, width }) => (
            <PanelView
              key={name}
              kind={panelKinds[name]}
              run={run}
              width={width}
              height={row.height}
              focused={name === focus}
              scroll={name === focus ? view.scroll : 0}
              look={look}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** Where tab goes: first the panels that have no place on the screen and something to show, then those that have one. */
function ringOf(rows: readonly PlacedRow[], run: LiveRun): readonly LivePanelName[] {
  const placed = rows.flatMap((row) => row.panels.map(({ name }) => name));
  const hidden = Object.values(panelKinds)
    .filter((kind) => !placed.includes(kind.name) && kind.hasContent(run))
    .map((kind) => kind.name);
  return [...hidden, ...placed];
}

type ViewDispatch = {
  readonly change: (change: Parameters<typeof changeView>[1]) => void;
  readonly ring: readonly LivePanelName[];
};

function obey(command: Exclude<LiveCommand, { readonly kind: 'act' }>, { change, ring }: ViewDispatch): void {
  switch (command.kind) {
    case 'next':
      change({ kind: 'move', by: 1, ring });
      break;
    case 'previous':
      change({ kind: 'move', by: -1, ring });
      break;
    case 'help':
      change({ kind: 'help', open: true });
      break;
    case 'enlarge':
    case 'home':
      change({ kind: command.kind });
      break;
    case 'scroll':
      change({ kind: 'scroll', by: command.by });
      break;
    default:
      assertNever(command);
  }
}

/** What a key has just done, where the header does not say it anyway. */
function noticeOf(action: LiveAction, run: LiveRun, { words: { live } }: Look): string | null {
  if (action === 'skip') return run.stage === null ? live.empty.stage : live.actions.skipped;
  if (action === 'pause') return run.held ? live.actions.released : live.actions.holding;
  return null;
}
