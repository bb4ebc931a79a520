import type { QualityReason } from '../../result/quality-schema.ts';
import type { LanguageIdentifier } from './language-identifier.ts';

/** An answer with what its checks look at. */
export type JudgedAnswer = {
  readonly text: string;
  /** ISO 639 code of the language that it was asked in. */
  readonly language: string;
  /** Why the server ended it, in its own word: `stop`, `length`; `null` where it did not say. */
  readonly finishReason: string | null;
};

/** Looks at one side of an answer; `null` where it finds nothing. */
export type QualityCheck = (answer: JudgedAnswer, identifier: LanguageIdentifier) => QualityReason | null;

/** Whether the limit of tokens ended an answer: where it stops is then the benchmark's doing, not the server's. */
export const endedByLimit = ({ finishReason }: Pick<JudgedAnswer, 'finishReason'>): boolean =>
  finishReason === 'length';
