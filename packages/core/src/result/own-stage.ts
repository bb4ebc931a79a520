import type { Stage } from './stage-schema.ts';

type OwnPart = 'startedAt' | 'warmup' | 'counts' | 'windowCounts' | 'generator' | 'prompts';

type OwnCount = 'events' | 'unseen' | 'requestsWithoutCount';

/** A stage that Kneepoint measured itself: what an imported one may lack is there. */
export type OwnStage = Stage & { readonly [Part in OwnPart]: NonNullable<Stage[Part]> } & {
  readonly window: { readonly whole: NonNullable<Stage['window']['whole']> };
  readonly tokens: { readonly [Part in OwnCount]: number };
  readonly cold: { readonly count: number };
};

/** Whether Kneepoint measured a stage itself. */
export const isOwnStage = (stage: Stage): stage is OwnStage =>
  stage.startedAt !== null &&
  stage.warmup !== null &&
  stage.counts !== null &&
  stage.windowCounts !== null &&
  stage.generator !== null &&
  stage.prompts !== null &&
  stage.window.whole !== null &&
  stage.tokens.events !== null &&
  stage.tokens.unseen !== null &&
  stage.tokens.requestsWithoutCount !== null &&
  stage.cold.count !== null;

/** The stages that Kneepoint measured itself; imported ones are passed over. */
export const ownStages = (stages: readonly Stage[]): OwnStage[] => stages.filter(isOwnStage);
