import type { Finding } from '../../../result/analysis/finding-schema.ts';
import { meanFigure, targetValues } from '../../levels/level-values.ts';
import type { MeasuredLevel } from '../../levels/measured-level.ts';
import { comparisonsAt, headlineStanding, type Standing } from '../../levels/standing.ts';
import { heaviestUsable, usableLevels, usersOf } from '../../levels/usable-levels.ts';
import { type FindingFacts, type FindingRule, inUnit, standsOn, statement } from '../finding-rule.ts';

/** Output throughput at the heaviest level that can be used, with who is ahead there and at the lighter ones. */
export const peak: FindingRule = (facts) => {
  const level = heaviestUsable(facts.levels.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null || users === 1) return [];
  const rates = targetValues(level, (target) =>
    meanFigure(target, (stage) => stage.metrics.outputThroughput),
  );
  const targets = inUnit(rates, 'tok/s');
  const [only] = level.targets;
  if (level.targets.length === 1 && only !== undefined) {
    const perUser = meanFigure(only, (stage) => stage.metrics.throughputPerUser);
    return rates.map(({ value }) =>
      statement('peak', {
        ...standsOn([level]),
        targets,
        numbers: { users: [users, 'users'], perUser: [perUser ?? value / users, 'tok/s'] },
      }),
    );
  }
  if (rates.length < 2) return [];
  const standing = standingAt(facts, level);
  return [
    statement('peak', {
      ...standsOn([level]),
      targets,
      standing,
      numbers: { users: [users, 'users'], ...lighterLevels(facts, level, standing) },
    }),
  ];
};

/** Concurrency was measured, but no level can be used. */
export const noUsableLevel: FindingRule = ({ levels }): Finding[] => {
  if (levels.concurrency.length === 0 || heaviestUsable(levels.concurrency) !== null) return [];
  const stages = levels.concurrency.flatMap(({ targets }) => targets.flatMap((target) => target.stages));
  return [
    statement('no-usable-level', {
      severity: 'warning',
      stages: stages.map(({ id }) => id),
      trust: 'invalid',
      repeats: null,
    }),
  ];
};

const standingAt = ({ result }: FindingFacts, level: MeasuredLevel): Standing =>
  headlineStanding(comparisonsAt(result, level, 'outputThroughput'));

/**
 * By how much the same target is ahead at all lighter levels of several users, where they are decided, or left open, as
 * the heaviest one is; nothing where they are not all alike.
 */
function lighterLevels(facts: FindingFacts, heaviest: MeasuredLevel, standing: Standing) {
  const lead = leadOf(standing);
  const lighter = usableLevels(facts.levels.concurrency).filter(
    (level) => level !== heaviest && (usersOf(level) ?? 1) > 1,
  );
  const leads = lighter.flatMap((level) => {
    const own = leadOf(standingAt(facts, level));
    return own !== null && own.ahead === lead?.ahead && own.kind === lead.kind ? [own.factor] : [];
  });
  const [fewest, most] = [lighter[0], lighter.at(-1)].map((level) =>
    level === undefined ? null : usersOf(level),
  );
  if (leads.length === 0 || leads.length < lighter.length || fewest == null || most == null) return {};
  return {
    lighterFewestUsers: [fewest, 'users'] as const,
    lighterMostUsers: [most, 'users'] as const,
    lighterLeast: [Math.min(...leads), 'ratio'] as const,
    lighterGreatest: [Math.max(...leads), 'ratio'] as const,
  };
}

function leadOf(standing: Standing): { kind: string; ahead: string; factor: number } | null {
  if (standing.kind === 'won') return standing;
  if (standing.kind === 'inconclusive' && standing.seen !== null)
    return { kind: standing.kind, ...standing.seen };
  return null;
}
