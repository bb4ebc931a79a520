/** The languages that prompts and reports are written in. */
export const languages = ['en', 'ko', 'zh'] as const;
/** One of them. */
export type Language = (typeof languages)[number];
