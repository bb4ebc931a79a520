import type { ReactElement } from 'react';
import type { Words } from '../../words/words.ts';
import type { KeyHint } from '../parts/key-hints.ts';
import type { ResultSource, Screen, ScreenOf } from './screen.ts';
import type { ResultScreenKind, ScreenKind, ScreenProps } from './screen-kind.ts';
import type { ScreenLoaders } from './screen-loaders.ts';
import { WithResults } from './with-results.tsx';

/** What the frame gives every screen. */
export type ScreenRoom = Omit<ScreenProps<'home'>, 'screen'>;

/** A screen whose code is there: its title, its keys, and how it is drawn. */
export type OpenScreen = {
  readonly title: string;
  readonly keys: readonly KeyHint[];
  draw(room: ScreenRoom): ReactElement;
};

/** A screen that the frame draws with a kind of its own, or one that has to be loaded: all but help. */
export type LoadedScreen = Exclude<Screen, { readonly kind: 'help' }>;

/** Loads the code of a screen's kind and closes it over the screen. */
export async function openScreen(
  screen: LoadedScreen,
  loaders: ScreenLoaders,
  words: Words,
): Promise<OpenScreen> {
  switch (screen.kind) {
    case 'home':
      return opened(screen, await loaders.home(), words);
    case 'browser':
      return opened(screen, await loaders.browser(), words);
    case 'job':
      return opened(screen, await loaders.job(), words);
    case 'result':
      return opened(
        screen,
        withResults(await loaders.result(), ({ source }) => [source]),
        words,
      );
    case 'compare':
      return opened(
        screen,
        withResults(await loaders.compare(), ({ sources }) => sources),
        words,
      );
  }
}

function opened<Kind extends Screen['kind']>(
  screen: ScreenOf<Kind>,
  kind: ScreenKind<Kind>,
  words: Words,
): OpenScreen {
  const { View } = kind;
  return {
    title: kind.title(screen, words),
    keys: kind.keys(words),
    draw: (room) => <View {...room} screen={screen} />,
  };
}

/** A kind that is given its results once they have been read. */
function withResults<Kind extends 'result' | 'compare'>(
  kind: ResultScreenKind<Kind>,
  sourcesOf: (screen: ScreenOf<Kind>) => readonly ResultSource[],
): ScreenKind<Kind> {
  const { View } = kind;
  return {
    title: kind.title,
    keys: kind.keys,
    View: (given: ScreenProps<Kind>) => (
      <WithResults room={given} sources={sourcesOf(given.screen)}>
        {(results) => <View {...given} results={results} />}
      </WithResults>
    ),
  };
}
