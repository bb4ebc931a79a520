import type { Quality, QualityReason } from '../../result/quality-schema.ts';
import { endedByLimit, type JudgedAnswer } from './judged-answer.ts';
import type { LanguageIdentifier } from './language-identifier.ts';
import { reasonsOf } from './quality-checks.ts';
import { visibleCharacters } from './visible-characters.ts';

/** The answers of a stage, as far as their texts were kept. */
export type StageAnswers = {
  readonly answers: readonly (JudgedAnswer & {
    /** Output tokens of the visible text, those of its reasoning not counted; `null` where unknown. */
    readonly textTokens: number | null;
  })[];
  /** Answers that ended without a single token: failed requests, and empty answers to a reader. */
  readonly withoutToken: number;
  /** Completed requests whose texts were not kept. */
  readonly notKept: number;
};

/** One answer in ten that is not good makes a stage doubtful; half of them bad make it bad. */
const goodShare = 0.9;
const badShare = 0.5;

/** Judges all answers of a stage by the checks, each for itself, and sums up what was found. */
export function judgeAnswers(stage: StageAnswers, identifier: LanguageIdentifier): Quality {
  const found = [
    ...stage.answers.map((answer) => reasonsOf(answer, identifier)),
    ...Array.from({ length: stage.withoutToken }, () => [withoutToken]),
  ];
  const verdicts = found.map(worst);
  const answers = {
    judged: verdicts.length,
    good: verdicts.filter((verdict) => verdict === 'good').length,
    doubtful: verdicts.filter((verdict) => verdict === 'doubtful').length,
    bad: verdicts.filter((verdict) => verdict === 'bad').length,
    notJudged: stage.notKept,
    atLimit: stage.answers.filter(endedByLimit).length,
  };
  const texts = stage.answers.map(({ text }) => visibleCharacters(text));
  return {
    verdict: stageVerdict(answers),
    answers,
    reasons: summedReasons(found.flat()),
    characters: answers.judged === 0 ? null : texts.reduce((sum, count) => sum + count, 0),
    tokens: tokensOf(stage),
    ratings: [],
    reason: answers.judged === 0 ? 'no answer was kept' : null,
  };
}

const withoutToken: QualityReason = { code: 'empty', verdict: 'bad', share: null, detail: null };

function worst(reasons: readonly QualityReason[]): 'good' | 'doubtful' | 'bad' {
  if (reasons.some(({ verdict }) => verdict === 'bad')) return 'bad';
  return reasons.length > 0 ? 'doubtful' : 'good';
}

function stageVerdict({ judged, good, bad }: Quality['answers']): Quality['verdict'] {
  if (judged === 0) return null;
  if (bad >= judged * badShare) return 'bad';
  return good >= judged * goodShare ? 'good' : 'doubtful';
}

function tokensOf({ answers }: StageAnswers): number | null {
  const known = answers.flatMap(({ textTokens }) => textTokens ?? []);
  if (known.length === 0 || known.length < answers.length) return null;
  return known.reduce((sum, count) => sum + count, 0);
}

/** One entry for each code and verdict, most frequent first, with what the first of its answers shows at its most telling. */
function summedReasons(reasons: readonly QualityReason[]): Quality['reasons'] {
  const groups = Map.groupBy(reasons, ({ code, verdict }) => `${code} ${verdict}`);
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ ...mostFrequentDetail([first, ...others]), answers: others.length + 1 }],
    )
    .sort((left, right) => right.answers - left.answers);
}

/** The detail that most of the reasons have, with the mean share of all. */
function mostFrequentDetail(reasons: readonly [QualityReason, ...QualityReason[]]): QualityReason {
  const shares = reasons.flatMap(({ share }) => share ?? []);
  const [details = reasons] = [...Map.groupBy(reasons, ({ detail }) => detail).values()].sort(
    (left, right) => right.length - left.length,
  );
  return {
    ...reasons[0],
    share: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    detail: details[0]?.detail ?? null,
  };
}
