import { type FindingRule, statement } from '../finding-rule.ts';

/** A target that did not start or died, or whose every stage failed: the comparison that was asked for does not exist. */
export const targetNotMeasured: FindingRule = ({ result }) => {
  const gone = result.failures.map(({ target, code, message }) =>
    statement('target-not-measured', {
      severity: 'error',
      names: { target, code, reason: message },
    }),
  );
  const named = new Set(result.failures.map(({ target }) => target));
  const allFailed = result.targets
    .filter(({ name }) => !named.has(name))
    .flatMap(({ name }) => {
      const own = result.stages.filter(({ target }) => target === name);
      if (own.length === 0 || own.some(({ status }) => status !== 'failed')) return [];
      return [
        statement('target-not-measured', {
          severity: 'error',
          stages: own.map(({ id }) => id),
          names: { target: name, code: 'every-stage-failed', reason: own[0]?.statusReason ?? '' },
          numbers: { stages: [own.length, 'count'] },
        }),
      ];
    });
  return [...gone, ...allFailed];
};
