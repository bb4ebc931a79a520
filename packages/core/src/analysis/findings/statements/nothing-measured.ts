import { type FindingRule, statement } from '../finding-rule.ts';

/** No stage has a figure that a sentence could stand on: all failed, all were empty, or there is none. */
export const nothingMeasured: FindingRule = ({ result: { stages } }) => {
  const hasFigure = stages.some(
    ({ status, metrics }) =>
      status !== 'failed' &&
      [metrics.outputThroughput, metrics.requestSpeed, metrics.requestThroughput].some(
        ({ value }) => value !== null,
      ),
  );
  if (hasFigure) return [];
  const failed = stages.filter(({ status }) => status === 'failed');
  return [
    statement('nothing-measured', {
      severity: 'error',
      stages: stages.map(({ id }) => id),
      names: { reason: failed[0]?.statusReason ?? '' },
      numbers: { stages: [stages.length, 'count'], failed: [failed.length, 'count'] },
    }),
  ];
};
