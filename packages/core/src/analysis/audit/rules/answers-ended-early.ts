import type { Stage } from '../../../result/stage-schema.ts';
import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** At the worst place: the mean length that was asked for and that came, in tokens. */
export type AnswersEndedEarly = {
  readonly target: string;
  readonly askedTokens: number;
  readonly meanTokens: number;
  readonly share: number;
};

/** Below this share of the length that was asked for, answers ended early. */
export const leastLengthShare = 0.95;

/** Answers shorter than asked for: the model stopped, so that the lengths are the model's and not the plan's. */
export const answersEndedEarly: AuditRule<'answers-ended-early', AnswersEndedEarly> = {
  code: 'answers-ended-early',
  severity: 'note',
  explanation:
    'An answer ends where the model stops, unless the end token is ignored. Rates that take the asked length for the produced one are too high; times are of shorter answers than planned.',
  reference: { basis: "the mean length that the server counted over the plan's fixed length", addresses: [] },
  find: ({ targets, stages }) =>
    targets.flatMap(({ name }) => {
      const early = stages.flatMap((stage) => {
        const asked = stage.target === name ? askedOf(stage) : null;
        const mean = stage.lengths.output.mean;
        const share = asked === null || mean === null ? 1 : mean / asked;
        return asked === null || mean === null || share >= leastLengthShare
          ? []
          : [{ stage, asked, mean, share }];
      });
      const worst = early.toSorted((left, right) => left.share - right.share)[0];
      if (worst === undefined) return [];
      return [
        {
          where: distinctPlaces(early.map(({ stage }) => placeOf(stage))),
          evidence: { target: name, askedTokens: worst.asked, meanTokens: worst.mean, share: worst.share },
        },
      ];
    }),
};

const askedOf = ({ prompts }: Stage): number | null =>
  prompts?.outputTokens?.kind === 'fixed' ? prompts.outputTokens.value : null;
