import type { Catalogue, ReportLanguage } from './catalogue.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { korean } from './korean.ts';

/** Every language of the report; adding one touches its files, this object and `reportLanguages`. */
export const catalogues: Record<ReportLanguage, Catalogue> = { ko: korean, en: english, zh: chinese };
