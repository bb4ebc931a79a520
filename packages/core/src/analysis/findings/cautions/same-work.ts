import type { Stage } from '../../../result/stage-schema.ts';
import { type MeasuredLevel, measuredLevels } from '../../levels/measured-level.ts';
import { caution, type FindingRule, inUnit } from '../finding-rule.ts';

/** Answers whose mean lengths differ by more than this share are not the same work. */
const sameLengthShare = 0.02;

/** Targets that serve different models. */
export const differentModels: FindingRule = ({ result }) => {
  const models = [...new Set(result.targets.flatMap((target) => target.model ?? []))];
  if (models.length < 2) return [];
  return [
    caution('different-models', {
      names: Object.fromEntries(models.map((model, index) => [`model ${index + 1}`, model])),
    }),
  ];
};

/** Levels that some targets ran and others did not: of these nothing is compared. One finding for each set of targets that lacks some. */
export const differentLevels: FindingRule = ({ result }) => {
  const all = result.targets
    .map(({ name }) => name)
    .filter((name) => result.stages.some(({ target }) => target === name));
  const lacking = measuredLevels(result, () => true).flatMap((level) => {
    const present = new Set(level.targets.map(({ target }) => target));
    const missing = all.filter((name) => !present.has(name));
    return missing.length === 0 ? [] : [{ level, missing }];
  });
  return [...Map.groupBy(lacking, ({ missing }) => missing.join('\n')).values()].map((group) =>
    caution('different-levels', {
      stages: group.flatMap(({ level }) => idsOf(level)),
      targets: inUnit(
        (group[0]?.missing ?? []).map((target) => ({ target, value: group.length })),
        'count',
      ),
    }),
  );
};

/** Levels at which the targets' answers differ in length. */
export const differentLengths: FindingRule = ({ result }) =>
  measuredLevels(result, () => true).flatMap((level) => {
    const lengths = level.targets.flatMap(({ target, used }) => {
      const value = meanOutputTokens(used);
      return value === null ? [] : [{ target, value }];
    });
    const values = lengths.map(({ value }) => value);
    if (values.length < 2 || Math.max(...values) <= Math.min(...values) * (1 + sameLengthShare)) return [];
    return [caution('different-lengths', { stages: idsOf(level), targets: inUnit(lengths, 'tokens') })];
  });

function meanOutputTokens(stages: readonly Stage[]): number | null {
  let [tokens, requests] = [0, 0];
  for (const stage of stages) {
    // Tokens of cut requests are in the total, so a stage with cuts has no mean length to compare.
    if (stage.tokens.output === null || stage.counts === null || stage.counts.cut > 0) return null;
    tokens += stage.tokens.output;
    requests += stage.counts.completed;
  }
  return requests === 0 ? null : tokens / requests;
}

const idsOf = (level: MeasuredLevel): string[] =>
  level.targets.flatMap(({ used }) => used.map(({ id }) => id));

/** These have cautions of their own. */
const saidElsewhere: ReadonlySet<string> = new Set(['model', 'output-length', 'server-shared']);

/** Differences between the targets that could favour one side; how many favour whom. */
export const parity: FindingRule = ({ result }) => {
  const weighty = result.analysis.parity.filter(
    ({ code, severity }) => severity !== 'note' && !saidElsewhere.has(code),
  );
  if (weighty.length === 0) return [];
  const favoured = result.targets.flatMap(({ name }) => {
    const value = weighty.filter(({ favours }) => favours === name).length;
    return value === 0 ? [] : [{ target: name, value }];
  });
  return [
    caution('parity', {
      severity: weighty.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      targets: inUnit(favoured, 'count'),
      names: Object.fromEntries(weighty.map(({ code }, index) => [`difference ${index + 1}`, code])),
      numbers: { differences: [weighty.length, 'count'] },
    }),
  ];
};
