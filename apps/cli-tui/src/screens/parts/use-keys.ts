import { type Key, useInput } from 'ink';
import { keyLetter } from './key-characters.ts';

/** One key that was pressed. */
export type PressedKey = {
  /** The character as it was typed, for text; empty for keys that write none. */
  readonly text: string;
  /** The same as on a Latin keyboard, for commands. */
  readonly letter: string;
  readonly key: Key;
};

/**
 * Calls the handler with one key at a time; `isActive: false` listens to none. Keys that are pressed faster than they are
 * read arrive at once, Enter among them.
 */
export function useKeys(
  handler: (pressed: PressedKey) => void,
  options: { readonly isActive?: boolean } = {},
): void {
  useInput((input, key) => {
    for (const pressed of pressedKeys(input, key)) handler(pressed);
  }, options);
}

/** The single keys of what Ink hands over as one. */
export function pressedKeys(input: string, key: Key): readonly PressedKey[] {
  if (input.length <= 1 || key.ctrl || key.meta) return [{ text: input, letter: keyLetter(input), key }];
  return [...input].map((text) => {
    if (text === '\r' || text === '\n') return { text: '', letter: '', key: { ...key, return: true } };
    if (text === '\t') return { text: '', letter: '', key: { ...key, tab: true } };
    return { text, letter: keyLetter(text), key };
  });
}
