import type { PhysicalLimit } from '../../../result/analysis/physical-limit-schema.ts';
import { notSteadySingleUsers } from '../../levels/not-steady.ts';
import { type FindingRule, inUnit, statement } from '../finding-rule.ts';

/** The share of what the hardware allows that each target reaches when it decodes for the fewest users. */
export const physicalLimit: FindingRule = ({ result, levels }) => {
  // A figure that is no steady state is no share of a limit either.
  const notSteady = new Set(notSteadySingleUsers(result, levels).map(({ target }) => target));
  const decode = result.analysis.physicalLimits.filter(
    ({ phase, share, limit }) => phase === 'decode' && share !== null && limit !== null && share <= 1,
  );
  if (decode.length === 0) return [];
  const users = Math.min(...decode.map((one) => one.users));
  const own = result.targets.flatMap(({ name }) =>
    users === 1 && notSteady.has(name) ? [] : lightest(decode, name, users),
  );
  const [first] = own;
  if (first === undefined || first.limit === null) return [];
  return [
    statement('physical-limit', {
      targets: inUnit(
        own.flatMap(({ target, share }) => (share === null ? [] : [{ target, value: share }])),
        'share',
      ),
      names: { accelerator: first.inputs.accelerator ?? '', boundBy: first.boundBy ?? '' },
      numbers: { users: [users, 'users'], limit: [first.limit, 'tok/s'] },
    }),
  ];
};

const lightest = (limits: readonly PhysicalLimit[], target: string, users: number): PhysicalLimit[] =>
  limits.filter((limit) => limit.target === target && limit.users === users).slice(0, 1);
