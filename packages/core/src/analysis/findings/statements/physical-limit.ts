import { singleUserLimit } from '../../levels/reached-limit.ts';
import { type FindingRule, inUnit, statement } from '../finding-rule.ts';

/** The share of what the hardware allows that each target reaches when it decodes for one user. */
export const physicalLimit: FindingRule = ({ result, levels }) => {
  const own = result.targets.flatMap(({ name }) => singleUserLimit(result, levels, name) ?? []);
  const [first] = own;
  if (first === undefined) return [];
  return [
    statement('physical-limit', {
      targets: inUnit(
        own.map(({ target, share }) => ({ target, value: share })),
        'share',
      ),
      names: { accelerator: first.inputs.accelerator ?? '', boundBy: first.boundBy ?? '' },
      numbers: { users: [1, 'users'], limit: [Math.max(...own.map(({ limit }) => limit)), 'tok/s'] },
    }),
  ];
};
