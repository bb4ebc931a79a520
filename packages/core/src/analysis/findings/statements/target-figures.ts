import type { Finding, StatementCode } from '../../../result/analysis/finding-schema.ts';
import type { Figure } from '../../../result/figure-schema.ts';
import type { Result, Target } from '../../../result/result-file.ts';
import { type FindingRule, inUnit, statement } from '../finding-rule.ts';

/** The memory of each target with one user, or at the heaviest load where that is all there is, and the difference of two. */
export const memory: FindingRule = ({ result }) => {
  const phases = ['inference', 'peak'] as const;
  const phase = phases.find((name) => result.targets.every(({ memory: held }) => held[name].value !== null));
  if (phase === undefined) return [];
  return figureFinding(result, 'memory', (target) => target.memory[phase]).map((finding) => ({
    ...finding,
    names: { ...finding.names, phase },
  }));
};

/** How long each target takes to start. */
export const startUp: FindingRule = ({ result }) =>
  figureFinding(result, 'start-up', (target) => target.initTime);

/** Less than a hundredth between single values is not worth a word. */
const leastDifference = 0.01;

/** A figure that each of several targets has once, with the difference of two; nothing where one of them lacks it. */
function figureFinding(result: Result, code: StatementCode, pick: (target: Target) => Figure): Finding[] {
  const figures = result.targets.map((target) => ({ target: target.name, figure: pick(target) }));
  const values = figures.flatMap(({ target, figure: { value } }) =>
    value === null ? [] : [{ target, value }],
  );
  if (values.length < 2 || values.length < figures.length) return [];
  const unit = figures[0]?.figure.unit ?? '';
  const kinds = [...new Set(figures.map(({ figure }) => figure.kind))].filter((kind) => kind !== 'measured');
  const sorted = values.toSorted((one, other) => one.value - other.value);
  const [least, most] = sorted;
  const isPair =
    values.length === 2 &&
    least !== undefined &&
    most !== undefined &&
    least.value < most.value * (1 - leastDifference);
  return [
    statement(code, {
      targets: inUnit(values, unit),
      names: { kinds: kinds.join(' '), ...(isPair ? { least: least.target, most: most.target } : {}) },
      ...(isPair ? { numbers: { difference: [most.value - least.value, unit] as const } } : {}),
    }),
  ];
}
