import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';

/** The end of the key line: the keys that every screen has. */
export function frameHints(words: Words, isFirst: boolean): readonly KeyHint[] {
  const { keys } = words.app;
  return [
    { key: '?', does: keys.help },
    { key: 'q', does: isFirst ? keys.leave : keys.back },
  ];
}

/** The same in the help, with those that the line has no room for. */
export function frameHelp(words: Words, isFirst: boolean): readonly KeyHint[] {
  const { keys } = words.app;
  return [
    { key: 'q esc', does: isFirst ? keys.leave : keys.back },
    { key: 'ctrl-c', does: keys.leaveAtOnce },
    { key: 'ctrl-z', does: keys.suspend },
  ];
}
