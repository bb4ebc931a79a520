/** A script by its Unicode name, and its letters in a text. */
type Script = { readonly name: string; readonly letters: RegExp };

/** The scripts that are told apart; letters of any other count as none of them. */
const scripts: readonly Script[] = [
  { name: 'Latin', letters: /\p{Script=Latin}/gu },
  { name: 'Han', letters: /\p{Script=Han}/gu },
  { name: 'Hangul', letters: /\p{Script=Hangul}/gu },
  { name: 'Hiragana', letters: /\p{Script=Hiragana}/gu },
  { name: 'Katakana', letters: /\p{Script=Katakana}/gu },
  { name: 'Cyrillic', letters: /\p{Script=Cyrillic}/gu },
  { name: 'Greek', letters: /\p{Script=Greek}/gu },
  { name: 'Arabic', letters: /\p{Script=Arabic}/gu },
  { name: 'Hebrew', letters: /\p{Script=Hebrew}/gu },
  { name: 'Devanagari', letters: /\p{Script=Devanagari}/gu },
  { name: 'Bengali', letters: /\p{Script=Bengali}/gu },
  { name: 'Tamil', letters: /\p{Script=Tamil}/gu },
  { name: 'Telugu', letters: /\p{Script=Telugu}/gu },
  { name: 'Thai', letters: /\p{Script=Thai}/gu },
  { name: 'Georgian', letters: /\p{Script=Georgian}/gu },
  { name: 'Armenian', letters: /\p{Script=Armenian}/gu },
];

/** Unicode's names of the scripts that a language's short code of a script stands for. */
const namesByCode: Readonly<Record<string, readonly string[]>> = {
  Latn: ['Latin'],
  Kore: ['Hangul'],
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Arab: ['Arabic'],
  Hebr: ['Hebrew'],
  Deva: ['Devanagari'],
  Beng: ['Bengali'],
  Taml: ['Tamil'],
  Telu: ['Telugu'],
  Thai: ['Thai'],
  Geor: ['Georgian'],
  Armn: ['Armenian'],
};

/** The scripts that a language is written in; empty where that is not known. */
export function scriptsOf(language: string): readonly string[] {
  const { script } = new Intl.Locale(language).maximize();
  return script === undefined ? [] : (namesByCode[script] ?? []);
}

/** The letters of each script in a text, most frequent first; scripts without one are left out. */
export function scriptCounts(text: string): readonly { readonly name: string; readonly letters: number }[] {
  return scripts
    .map(({ name, letters }) => ({ name, letters: text.match(letters)?.length ?? 0 }))
    .filter((count) => count.letters > 0)
    .sort((left, right) => right.letters - left.letters);
}

/** Letters of all scripts. */
export const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Whether one letter of the language says about as much as a word elsewhere, or a syllable: less text is needed to tell it. */
export const isDense = (language: string): boolean =>
  scriptsOf(language).some((name) => name === 'Han' || name === 'Hangul');
