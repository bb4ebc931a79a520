import type { Figure } from '../../result/figure-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { SelectableStage } from './selected-stages.ts';

/** The goodput of a stage under one objective; limits in microseconds. */
export type GoodputFigures = {
  readonly objective: string;
  readonly limits: readonly { readonly latency: string; readonly below: number }[];
  readonly good: number;
  readonly planned: number;
  readonly share: Figure;
  readonly requestsPerSecond: Figure;
};

/** What thresholds read of a stage's entry in the result. */
export type MeasuredStage = SelectableStage &
  Pick<Stage, 'metrics' | 'counts' | 'trust'> & {
    readonly whole: Pick<Stage['whole'], 'metrics'>;
    readonly goodput?: readonly GoodputFigures[];
  };
