import type { LiveRun } from '../../live/live-run.ts';
import type { LiveAction } from '../../live/live-screen.ts';
import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';

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

/** The line of keys, the most important first. */
export function liveKeyHints({ live: { actions: says } }: Words, run: LiveRun): readonly KeyHint[] {
  const { short } = says;
  return [
    { key: 'q', does: run.ending === 'no' ? short.stop : short.cut },
    { key: '?', does: short.help },
    { key: 'tab', does: short.next },
    { key: 'p', does: short.pause },
    { key: 's', does: short.skip },
    { key: '+ - a', does: short.window },
    { key: 'enter', does: short.enlarge },
    { key: '↑ ↓', does: short.scroll },
  ];
}

/** The keys of the help. */
export const liveHelp = ({ live: { actions: says } }: Words): readonly KeyHint[] => {
  const { long } = says;
  return [
    { key: 'q', does: long.stop },
    { key: 'q q', does: long.cut },
    { key: 'p', does: long.pause },
    { key: 's', does: long.skip },
    { key: '+ - a', does: long.window },
    { key: 'tab', does: long.next },
    { key: 'enter', does: long.enlarge },
    { key: '↑ ↓', does: long.scroll },
    { key: '?', does: long.help },
  ];
};
