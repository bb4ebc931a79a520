import type { Screen } from './screen.ts';
import type { ResultScreenKind, ScreenKind } from './screen-kind.ts';

/** The kinds of screens, each loaded when it is first opened. */
export type ScreenLoaders = {
  readonly [Kind in Screen['kind']]: () => Promise<
    Kind extends 'result' | 'compare' ? ResultScreenKind<Kind> : ScreenKind<Kind>
  >;
};
