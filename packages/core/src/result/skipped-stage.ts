import type { Stage } from './stage-schema.ts';

/** The reason of a stage that a person skipped; such a stage is partial, and a resumed run does it again. */
export const skippedReason = 'skipped: whoever watched the run ended the stage early';

/** Whether a person ended a stage early: its figures say less about the load than about when that was. */
export const isSkipped = ({ statusReason }: Pick<Stage, 'statusReason'>): boolean =>
  statusReason === skippedReason;
