/** The languages that reports are written in, and that prompts can be generated in. */
export const languages = ['en', 'ko', 'zh'] as const;
/** One of them. */
export type Language = (typeof languages)[number];

/** The languages that the suite `languages` has prompts of its own in; those of any other come from a file. */
export const promptLanguages = [...languages, 'ja'] as const;
/** One of them. */
export type PromptLanguage = (typeof promptLanguages)[number];

/** Whether texts can be generated in a language. */
export const isGenerated = (code: string): code is Language =>
  (languages as readonly string[]).includes(code);

/** Whether a language has prompts of its own. */
export const hasPrompts = (code: string): code is PromptLanguage =>
  (promptLanguages as readonly string[]).includes(code);

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a text is the ISO 639 code of a language that the runtime knows, such as `ko` or `yue`. */
export const isLanguageCode = (text: string): boolean =>
  /^[a-z]{2,3}$/.test(text) && names.of(text) !== undefined;

/** What people write for a code: the country's instead of the language's. */
const mistaken: Readonly<Record<string, string>> = { jp: 'ja', cn: 'zh', gb: 'en', us: 'en', ger: 'de' };

/** What is wrong with a text that is to be a language's code, in words that follow its name; `null` where nothing is. */
export function languageProblem(text: string): string | null {
  if (isLanguageCode(text)) return null;
  const meant = mistaken[text.toLowerCase()];
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `must be the ISO 639 code of a language, such as ko, not "${text}"${hint}`;
}
