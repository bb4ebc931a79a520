import type { Screen } from './screen.ts';
import type { ResultScreenKind, ScreenKind } from './screen-kind.ts';

/** The kinds of screens, each loaded when it is first opened; help is the frame's own. */
export type ScreenLoaders = {
  readonly [Kind in Exclude<Screen['kind'], 'help'>]: () => Promise<
    Kind extends 'result' | 'compare' ? ResultScreenKind<Kind> : ScreenKind<Kind>
  >;
};
