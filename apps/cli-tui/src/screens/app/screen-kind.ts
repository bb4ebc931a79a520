import type { Result } from '@kneepoint/core';
import type { ComponentType } from 'react';
import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import type { Screen, ScreenOf } from './screen.ts';
import type { TuiWorld } from './tui-world.ts';

/** How a screen goes elsewhere. */
export type Navigation = {
  /** Puts a screen on top of this one, which keeps its state below it. */
  open(screen: Screen): void;
  /** What Esc and `q` do: the screen below, or the end of the program on the first one. */
  back(): void;
  /** The end of the program, from anywhere. */
  leave(): void;
};

/** What every screen is given. */
export type ScreenProps<Kind extends Screen['kind']> = {
  readonly screen: ScreenOf<Kind>;
  readonly world: TuiWorld;
  readonly navigation: Navigation;
  /** The room of the screen: the terminal without the breadcrumb and the key line. */
  readonly columns: number;
  readonly rows: number;
  /**
   * While `true` every key but Ctrl-C belongs to the screen (a line that is typed, a question that is open): the frame
   * then leaves `q`, Esc and `?` to it. A screen that takes the keys gives them back.
   */
  readonly takeKeys: (taken: boolean) => void;
};

/**
 * A kind of screen: what the breadcrumb calls it, its keys, and its component. A screen below another one is hidden with
 * React's Activity: it keeps its state and loses its effects (keys, timers, streams) until it is on top again.
 */
export type ScreenKind<Kind extends Screen['kind']> = {
  title(screen: ScreenOf<Kind>, words: Words): string;
  /** The most important first: a narrow key line shows those that fit. `?`, Esc and `q` are the frame's. */
  keys(words: Words): readonly KeyHint[];
  View: ComponentType<ScreenProps<Kind>>;
};

/** A screen of results: the frame has read them before it shows the component, and says why where it cannot. */
export type ResultScreenKind<Kind extends 'result' | 'compare'> = Omit<ScreenKind<Kind>, 'View'> & {
  View: ComponentType<ScreenProps<Kind> & { readonly results: readonly Result[] }>;
};
