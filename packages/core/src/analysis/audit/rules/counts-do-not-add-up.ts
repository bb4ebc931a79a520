import type { Stage } from '../../../result/stage-schema.ts';
import { placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** Requests of a whole, and the sum of its parts. */
export type CountsDoNotAddUp = {
  readonly sum: 'planned' | 'dispatched' | 'completed-in-window' | 'errors';
  readonly whole: number;
  readonly parts: number;
};

/** planned = dispatched + dropped; dispatched = completed + failed + cut; a window holds no more than the stage. */
export const countsDoNotAddUp: AuditRule<'counts-do-not-add-up', CountsDoNotAddUp> = {
  code: 'counts-do-not-add-up',
  severity: 'error',
  explanation:
    'Requests that are in no count were lost silently, and every rate and share is of fewer than it says.',
  reference: {
    basis: 'planned = dispatched + dropped, dispatched = completed + failed + cut',
    addresses: [],
  },
  find: (result) =>
    result.stages.flatMap((stage) =>
      sumsOf(stage).map((evidence) => ({ where: [placeOf(stage)], evidence })),
    ),
};

function sumsOf({ counts, windowCounts, errors }: Stage): CountsDoNotAddUp[] {
  if (counts === null) return [];
  const { planned, dispatched, dropped, completed, failed, cut } = counts;
  const found: CountsDoNotAddUp[] = [];
  if (planned !== dispatched + dropped)
    found.push({ sum: 'planned', whole: planned, parts: dispatched + dropped });
  if (dispatched !== completed + failed + cut)
    found.push({ sum: 'dispatched', whole: dispatched, parts: completed + failed + cut });
  if (windowCounts !== null && windowCounts.completed > completed)
    found.push({ sum: 'completed-in-window', whole: completed, parts: windowCounts.completed });
  const listed = errors.reduce((sum, { count }) => sum + count, 0);
  if (listed > failed) found.push({ sum: 'errors', whole: failed, parts: listed });
  return found;
}
