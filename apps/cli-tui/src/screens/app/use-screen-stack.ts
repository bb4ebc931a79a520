import { useEffect, useReducer, useRef } from 'react';
import type { Words } from '../../words/words.ts';
import { openScreen } from './open-screen.tsx';
import type { Screen } from './screen.ts';
import type { ScreenLoaders } from './screen-loaders.ts';
import { changedStack, type ScreenStack } from './screen-stack.ts';

/** The stack of a program that begins with these screens, and how it grows and shrinks. */
export function useScreenStack(options: {
  readonly first: readonly Screen[];
  readonly loaders: ScreenLoaders;
  readonly words: Words;
}): { readonly stack: ScreenStack; push(screen: Screen): void; pop(): void } {
  const { first, loaders, words } = options;
  const [stack, change] = useReducer(changedStack, first, (screens) =>
    screens.map((screen, id) => ({ id, screen, state: 'loading' as const })),
  );
  const nextId = useRef(first.length);
  const asked = useRef(new Set<number>());
  useEffect(() => {
    for (const { id, screen } of stack) {
      if (asked.current.has(id) || screen.kind === 'help') continue;
      asked.current.add(id);
      openScreen(screen, loaders, words).then(
        (open) => change({ kind: 'loaded', id, state: { state: 'open', open } }),
        (error: unknown) => change({ kind: 'loaded', id, state: { state: 'failed', error } }),
      );
    }
  }, [stack, loaders, words]);
  return {
    stack,
    push: (screen) => change({ kind: 'push', id: nextId.current++, screen }),
    pop: () => change({ kind: 'pop' }),
  };
}
