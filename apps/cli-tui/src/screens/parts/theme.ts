import { asciiMarks, type Marks, unicodeMarks } from './marks.ts';

/** How this terminal may be drawn on: chosen once, from its environment. */
export type Theme = { readonly color: boolean; readonly marks: Marks };

/**
 * Colour unless NO_COLOR is set or the terminal is dumb. Unicode unless the locale names another encoding than UTF-8
 * (`C` does), or the terminal is the console of Linux, whose font lacks braille and most blocks. A locale that is not set
 * at all, as in many containers, says nothing against Unicode.
 */
export function themeOf(environment: NodeJS.ProcessEnv): Theme {
  const terminal = environment['TERM'] ?? '';
  const noColor = environment['NO_COLOR'];
  const locale =
    ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => environment[name] ?? '').find((text) => text !== '') ?? '';
  const unicode = terminal !== 'linux' && terminal !== 'dumb' && (locale === '' || /utf-?8/i.test(locale));
  return {
    color: (noColor === undefined || noColor === '') && terminal !== 'dumb',
    marks: unicode ? unicodeMarks : asciiMarks,
  };
}
