import type { OpenScreen } from './open-screen.tsx';
import type { Screen } from './screen.ts';

/** How far a screen of the stack has come: its code is being loaded, is there, or could not be loaded. */
export type ScreenState =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly open: OpenScreen }
  | { readonly state: 'failed'; readonly error: unknown };

/** A screen of the stack; `id` tells two openings of the same screen apart. */
export type StackedScreen = ScreenState & { readonly id: number; readonly screen: Screen };

/** The screens from the first to the one that is seen. Never empty. */
export type ScreenStack = readonly StackedScreen[];

/** What changes the stack. */
export type StackChange =
  | { readonly kind: 'push'; readonly id: number; readonly screen: Screen }
  | { readonly kind: 'pop' }
  | { readonly kind: 'loaded'; readonly id: number; readonly state: ScreenState };

/** The stack after a change. The first screen is never popped: going back from it is the end of the program. */
export function changedStack(stack: ScreenStack, change: StackChange): ScreenStack {
  switch (change.kind) {
    case 'push':
      return [...stack, { id: change.id, screen: change.screen, state: 'loading' }];
    case 'pop':
      return stack.length > 1 ? stack.slice(0, -1) : stack;
    case 'loaded':
      return stack.map((entry) =>
        entry.id === change.id ? { id: entry.id, screen: entry.screen, ...change.state } : entry,
      );
  }
}
