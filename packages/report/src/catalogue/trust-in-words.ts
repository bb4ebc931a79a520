import type { Stage } from '@kneepoint/core';
import type { ReportLanguage } from './catalogue.ts';
import { catalogues } from './catalogues.ts';
import type { TrustReason } from './statement-parts.ts';

/** A reason of a trust verdict in a language, with its value and limit. */
export const trustReasonText = (reason: TrustReason, language: ReportLanguage): string =>
  catalogues[language].trust(reason);

/** `valid`, `suspect` or `invalid` in a language. */
export const trustVerdictText = (verdict: Stage['trust']['verdict'], language: ReportLanguage): string =>
  catalogues[language].words.verdict[verdict];

/** Why something is not known, in a language; English is what the result itself says. */
export const reasonInWords = (reason: string, language: ReportLanguage): string =>
  language === 'en' ? reason : catalogues[language].reason(reason);
