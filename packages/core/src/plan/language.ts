/** The languages that prompts and reports are written in. */
export const languages = ['en', 'ko', 'zh'] as const;
export type Language = (typeof languages)[number];
