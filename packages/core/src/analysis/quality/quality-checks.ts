import type { QualityReason } from '../../result/quality-schema.ts';
import { brokenCharacters } from './checks/broken-characters.ts';
import { cut } from './checks/cut.ts';
import { empty } from './checks/empty.ts';
import { leakedMarkup } from './checks/leaked-markup.ts';
import { otherLanguage } from './checks/other-language.ts';
import { refusal } from './checks/refusal.ts';
import { repetition } from './checks/repetition.ts';
import { scriptShare } from './checks/script-share.ts';
import type { JudgedAnswer, QualityCheck } from './judged-answer.ts';
import type { LanguageIdentifier } from './language-identifier.ts';

/** Every check; a new one is a file in `checks` and a line here. */
const checks: readonly QualityCheck[] = [
  empty,
  otherLanguage,
  scriptShare,
  brokenCharacters,
  leakedMarkup,
  repetition,
  refusal,
  cut,
];

/** All that the checks find in an answer; nothing in a good one. */
export function reasonsOf(answer: JudgedAnswer, identifier: LanguageIdentifier): readonly QualityReason[] {
  return checks.flatMap((check) => check(answer, identifier) ?? []);
}
