import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import type { PressedKey } from '../parts/use-keys.ts';
import type { ResultAction } from './result-state.ts';

/** The keys of a result, the most important first. */
export function resultKeyHints({ result: { keys } }: Words): readonly KeyHint[] {
  return [
    { key: '↑↓', does: keys.scroll },
    { key: 'tab', does: keys.chapter },
    { key: '/', does: keys.search },
    { key: 'l', does: keys.language },
    { key: 'e', does: keys.write },
    { key: '←→', does: keys.sideways },
    { key: '0-9', does: keys.number },
    { key: 'n N', does: keys.next },
    { key: 'PgUp PgDn', does: keys.page },
    { key: 'Home End', does: keys.ends },
  ];
}

const letters: Readonly<Record<string, ResultAction>> = {
  j: { kind: 'scroll', lines: 1 },
  k: { kind: 'scroll', lines: -1 },
  ' ': { kind: 'page', pages: 1 },
  b: { kind: 'page', pages: -1 },
  g: { kind: 'end', at: 'top' },
  G: { kind: 'end', at: 'bottom' },
  '/': { kind: 'type', text: '' },
  n: { kind: 'next', by: 1 },
  N: { kind: 'next', by: -1 },
};

/** What a key does while a result is read; `null` where it does nothing here. */
export function readingAction({ letter, key }: PressedKey): ResultAction | null {
  if (key.ctrl || key.meta) return null;
  if (key.tab) return { kind: 'turn', pages: key.shift ? -1 : 1 };
  if (key.downArrow) return { kind: 'scroll', lines: 1 };
  if (key.upArrow) return { kind: 'scroll', lines: -1 };
  if (key.rightArrow) return { kind: 'shift', columns: 1 };
  if (key.leftArrow) return { kind: 'shift', columns: -1 };
  if (key.pageDown) return { kind: 'page', pages: 1 };
  if (key.pageUp) return { kind: 'page', pages: -1 };
  if (key.home) return { kind: 'end', at: 'top' };
  if (key.end) return { kind: 'end', at: 'bottom' };
  if (/^[0-9]$/.test(letter)) return { kind: 'number', number: Number(letter) };
  return letters[letter] ?? null;
}

/** What a key does to a text that is typed after `/`. */
export function typingAction({ text, key }: PressedKey, typed: string): ResultAction | null {
  if (key.return) return { kind: 'search' };
  if (key.escape) return { kind: 'type', text: null };
  if (key.backspace || key.delete)
    return { kind: 'type', text: typed === '' ? null : [...typed].slice(0, -1).join('') };
  if (key.ctrl || key.meta || key.tab || text === '') return null;
  return { kind: 'type', text: typed + text };
}
