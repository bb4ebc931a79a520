import type { ReportLanguage } from '@kneepoint/report';

/** The languages that the program speaks: those of the report. */
export type MessageLanguage = ReportLanguage;

/**
 * The language of messages and screens: what was asked for, else KNEEPOINT_LANGUAGE, else that of the locale (LC_ALL,
 * LC_MESSAGES, LANG, the first that is set), else English.
 */
export function messageLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv): MessageLanguage {
  const locale = [
    asked,
    ...['KNEEPOINT_LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]),
  ];
  const first = locale.find((text) => text !== undefined && text !== '') ?? 'en';
  const language = /^[a-z]{2,3}(?![a-z])/i.exec(first)?.[0].toLowerCase();
  return language === 'ko' || language === 'zh' ? language : 'en';
}
