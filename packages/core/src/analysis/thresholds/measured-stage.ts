import type { Stage } from '../../result/stage-schema.ts';

/** What thresholds read of a stage's entry in the result. */
export type MeasuredStage = Pick<
  Stage,
  'id' | 'target' | 'suite' | 'language' | 'load' | 'prompts' | 'metrics' | 'counts' | 'goodput' | 'trust'
> & { readonly whole: Pick<Stage['whole'], 'metrics'> };
