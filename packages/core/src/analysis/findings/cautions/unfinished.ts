import { caution, type FindingRule } from '../finding-rule.ts';

/** Stages that did not run to the end. */
export const unfinished: FindingRule = ({ result }) => {
  const stages = result.stages.filter(({ status }) => status !== 'completed');
  if (stages.length === 0) return [];
  const reason = stages[0]?.statusReason ?? null;
  return [
    caution('unfinished', {
      stages: stages.map(({ id }) => id),
      names: reason === null ? {} : { reason },
      numbers: { stages: [stages.length, 'count'] },
    }),
  ];
};
