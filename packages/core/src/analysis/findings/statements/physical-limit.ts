import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { worstVerdict } from '../../levels/measured-level.ts';
import { type ReachedLimit, singleUserLimit } from '../../levels/reached-limit.ts';
import { type FindingRule, inUnit, statement } from '../finding-rule.ts';

/**
 * The share of what the hardware allows that each target reaches when it decodes for one user, with the speed that this
 * is; `suite N` names the suite of the Nth target's speed where it is not the one of the single user.
 */
export const physicalLimit: FindingRule = ({ result, levels }) => {
  const own = result.targets.flatMap(({ name }) => singleUserLimit(result, levels, name) ?? []);
  const [first] = own;
  if (first === undefined) return [];
  const stages = own.map((limit) => stagesOf(result, limit));
  const suites = own.flatMap(({ suite }, index) =>
    suite === levels.singleUser?.suite ? [] : [[`suite ${index + 1}`, suite] as const],
  );
  const speeds = own.map(
    ({ measured, share, limit }, index) =>
      [`speed ${index + 1}`, [measured ?? share * limit, 'tok/s']] as const,
  );
  const repeats = Math.min(...stages.map((one) => one.length));
  return [
    statement('physical-limit', {
      targets: inUnit(
        own.map(({ target, share }) => ({ target, value: share })),
        'share',
      ),
      names: { accelerator: first.inputs.accelerator ?? '', ...Object.fromEntries(suites) },
      numbers: {
        users: [1, 'users'],
        limit: [Math.max(...own.map(({ limit }) => limit)), 'tok/s'],
        ...Object.fromEntries(speeds),
      },
      stages: stages.flat().map(({ id }) => id),
      ...(repeats === 0 ? {} : { repeats, trust: worstVerdict(stages.flat()) }),
    }),
  ];
};

const stagesOf = ({ stages }: Result, { target, suite, language, users }: ReachedLimit): Stage[] =>
  stages.filter(
    (stage) =>
      stage.target === target &&
      stage.suite === suite &&
      stage.language === language &&
      stage.load.loop === 'closed' &&
      stage.load.users === users,
  );
