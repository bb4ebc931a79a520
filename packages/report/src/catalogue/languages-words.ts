import type { Stage } from '@kneepoint/core';

type Quality = NonNullable<Stage['quality']>;

/** The verdict of a stage's answers; `none` where there is none. */
export type QualityVerdict = NonNullable<Quality['verdict']> | 'none';

/** A reason as the result sums it up over the answers of a stage. */
export type SummedReason = Quality['reasons'][number];

/** What a writing script is called, by Unicode's name for it. */
export type ScriptNames = Readonly<Record<string, string>>;

/** What is said of answers in several languages. */
export type LanguagesWords = {
  readonly textHeading: string;
  /** How the figures of the table come about. */
  readonly textIntro: string;
  readonly answers: string;
  readonly charactersPerSecond: string;
  readonly tokensPerCharacter: string;
  readonly firstToken: string;
  readonly firstText: string;
  readonly qualityHeading: string;
  readonly qualityIntro: string;
  readonly quality: string;
  readonly judged: string;
  readonly judgedText: (good: number, judged: number) => string;
  readonly reasons: string;
  readonly verdict: Record<QualityVerdict, string>;
  /** With how many of the judged answers have it. */
  readonly reason: (reason: SummedReason) => string;
  readonly noReason: string;
  /** Answers that the asked-for number of tokens ended. */
  readonly atLimit: (answers: number, judged: number) => string;
  /** Answers whose texts were not kept. */
  readonly notJudged: (answers: number) => string;
  /** Simulated servers answer with words in a row. */
  readonly simulated: (targets: readonly string[]) => string;
  readonly ratingsHeading: string;
  readonly ratingsIntro: string;
  readonly ratedBy: string;
  readonly rater: (by: 'model' | 'person', name: string) => string;
  readonly score: string;
  readonly scoreText: (score: number) => string;
  readonly remark: string;
  readonly rubric: (name: string) => string;
  readonly excerptsHeading: string;
};

/** Whether a share is none of the text to a reader. */
export const isNone = (share: number | null): boolean => share !== null && share < 0.005;
