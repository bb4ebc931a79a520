import { notSteadySingleUsers } from '../../levels/not-steady.ts';
import { caution, type FindingRule } from '../finding-rule.ts';

/** A measured value above what the hardware allows marks the measurement as wrong. */
export const abovePhysicalLimit: FindingRule = ({ result }) => {
  const above = result.analysis.physicalLimits.filter(({ share }) => share !== null && share > 1);
  return result.targets.flatMap(({ name }) => {
    const worst = above
      .filter(({ target }) => target === name)
      .toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0))[0];
    if (worst === undefined || worst.measured === null || worst.limit === null) return [];
    return [
      caution('above-physical-limit', {
        severity: 'error',
        names: { target: name, phase: worst.phase },
        numbers: {
          measured: [worst.measured, 'tok/s'],
          limit: [worst.limit, 'tok/s'],
          users: [worst.users, 'users'],
        },
      }),
    ];
  });
};

/** A single user who gets less than each of several: the figure is no steady state, and nothing that compares it holds. */
export const singleUserNotSteady: FindingRule = ({ result, levels }) =>
  notSteadySingleUsers(result, levels).map(({ target, alone, users, each, stages }) =>
    caution('single-user-not-steady', {
      severity: 'error',
      stages: [...stages],
      names: { target },
      numbers: { alone: [alone, 'tok/s'], users: [users, 'users'], each: [each, 'tok/s'] },
    }),
  );
