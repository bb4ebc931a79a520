import type { LiveRun } from '../../live/live-run.ts';
import type { LiveAction } from '../../live/screen-port.ts';
import type { LivePanelName } from '../../words/live-words.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import type { Look } from '../parts/look.ts';

/** A key as a terminal sends it, as far as the live screen knows keys. */
export type PressedKey = {
  readonly input: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly tab: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
};

/** What a key means: something for the run, or for the screen alone. */
export type LiveCommand =
  | { readonly kind: 'act'; readonly action: LiveAction }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'enlarge' }
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'home' }
  | { readonly kind: 'help' };

const actions: Readonly<Record<string, LiveAction>> = {
  q: 'quit',
  Q: 'quit',
  p: 'pause',
  s: 'skip',
  '+': 'longer-window',
  '=': 'longer-window',
  '-': 'shorter-window',
  a: 'whole-stage',
};

/** What a key means on the live screen; `null` for a key that means nothing. */
export function liveCommand(key: PressedKey): LiveCommand | null {
  if (key.ctrl) {
    if (key.input === 'c') return { kind: 'act', action: 'quit' };
    return key.input === 'z' ? { kind: 'act', action: 'suspend' } : null;
  }
  if (key.tab) return { kind: key.shift ? 'previous' : 'next' };
  if (key.return) return { kind: 'enlarge' };
  if (key.escape) return { kind: 'home' };
  if (key.upArrow || key.input === 'k') return { kind: 'scroll', by: -1 };
  if (key.downArrow || key.input === 'j') return { kind: 'scroll', by: 1 };
  if (key.pageUp) return { kind: 'scroll', by: -10 };
  if (key.pageDown) return { kind: 'scroll', by: 10 };
  if (key.input === '?') return { kind: 'help' };
  const action = Object.hasOwn(actions, key.input) ? actions[key.input] : undefined;
  return action === undefined ? null : { kind: 'act', action };
}

/** The line of keys, the most important first; `next` is where tab goes, `null` back to the whole screen. */
export function liveKeyHints(
  { words: { live }, theme: { marks } }: Look,
  { run, next }: { readonly run: LiveRun; readonly next: LivePanelName | null },
): readonly KeyHint[] {
  const { short } = live.actions;
  return [
    { key: 'q', does: run.ending === 'no' ? short.stop : short.cut },
    { key: '?', does: short.help },
    { key: 'tab', does: next === null ? short.next : live.panels[next] },
    { key: 'p', does: short.pause },
    { key: 's', does: short.skip },
    { key: '+ - a', does: short.window },
    { key: 'enter', does: short.enlarge },
    { key: `${marks.up} ${marks.down}`, does: short.scroll },
  ];
}

/** The keys of the help. */
export const liveHelp = ({ words: { live }, theme: { marks } }: Look): readonly KeyHint[] => {
  const { long } = live.actions;
  return [
    { key: 'q', does: long.stop },
    { key: 'q q', does: long.cut },
    { key: 'p', does: long.pause },
    { key: 's', does: long.skip },
    { key: '+ - a', does: long.window },
    { key: 'tab', does: long.next },
    { key: 'enter', does: long.enlarge },
    { key: `${marks.up} ${marks.down}`, does: long.scroll },
    { key: '?', does: long.help },
  ];
};
