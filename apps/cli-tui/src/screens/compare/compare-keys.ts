import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import type { PressedKey } from '../parts/use-keys.ts';
import { readingAction } from '../result/result-keys.ts';
import type { ResultAction } from '../result/result-state.ts';

/** The keys of a comparison, the most important first. */
export function compareKeyHints({ compare: { keys }, result: { keys: reading } }: Words): readonly KeyHint[] {
  return [
    { key: '←→', does: keys.metric },
    { key: '↑↓', does: reading.scroll },
    { key: 'c', does: keys.choose },
    { key: 'b', does: keys.nextBaseline },
    { key: 'e', does: keys.write },
    { key: 'l', does: reading.language },
    { key: '/', does: reading.search },
    { key: '< >', does: reading.sideways },
    { key: 'n N', does: reading.next },
    { key: 'PgUp PgDn', does: reading.page },
    { key: 'Home End', does: reading.ends },
  ];
}

/** What a key does in a comparison; `null` where it does nothing. */
export type CompareAction =
  | { readonly kind: 'read'; readonly action: ResultAction }
  | { readonly kind: 'metric'; readonly by: 1 | -1 }
  | { readonly kind: 'choose' }
  | { readonly kind: 'next-baseline' }
  | { readonly kind: 'language' }
  | { readonly kind: 'write' };

const letters: Readonly<Record<string, CompareAction>> = {
  c: { kind: 'choose' },
  b: { kind: 'next-baseline' },
  l: { kind: 'language' },
  e: { kind: 'write' },
  '<': { kind: 'read', action: { kind: 'shift', columns: -1 } },
  '>': { kind: 'read', action: { kind: 'shift', columns: 1 } },
};

/** The action of a key while a comparison is read. */
export function compareAction(pressed: PressedKey): CompareAction | null {
  const { key, letter } = pressed;
  if (key.ctrl || key.meta) return null;
  if (key.leftArrow) return { kind: 'metric', by: -1 };
  if (key.rightArrow) return { kind: 'metric', by: 1 };
  if (key.tab) return { kind: 'metric', by: key.shift ? -1 : 1 };
  const own = letters[letter];
  if (own !== undefined) return own;
  const action = readingAction(pressed);
  return action === null ? null : { kind: 'read', action };
}
