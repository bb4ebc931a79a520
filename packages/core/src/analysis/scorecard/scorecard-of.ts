import {
  type Doubt,
  type Score,
  type ScoreCategory,
  type ScorePartName,
  scoreCategories,
} from '../../result/analysis/judgement-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { doubtsOf } from '../recommendations/doubts-of.ts';
import { judgedFacts } from '../recommendations/recommendations-of.ts';
import type { JudgedFacts } from '../recommendations/use-case-rule.ts';
import type { PartFormula } from './part-value.ts';
import {
  failuresBeforeReady,
  knownProblems,
  memoryOfLeast,
  startUpOfFastest,
  workarounds,
} from './parts/set-up.ts';
import { concurrencyOfBest, concurrencyOfLimit, singleUserOfBest, singleUserOfLimit } from './parts/speed.ts';
import { deaths, errorShare, stall, variation } from './parts/stability.ts';
import { scoreRules, starsOf } from './score-rules.ts';

const formulas: Readonly<Record<ScorePartName, PartFormula>> = {
  'single-user-of-best': singleUserOfBest,
  'single-user-of-limit': singleUserOfLimit,
  'concurrency-of-best': concurrencyOfBest,
  'concurrency-of-limit': concurrencyOfLimit,
  'memory-of-least': memoryOfLeast,
  'error-share': errorShare,
  variation,
  stall,
  deaths,
  'start-up-of-fastest': startUpOfFastest,
  workarounds,
  'failures-before-ready': failuresBeforeReady,
  'known-problems': knownProblems,
};

/** Parts that say nothing alone: without any other part of their category there are no stars. */
const neverAlone: ReadonlySet<ScorePartName> = new Set(['deaths', 'failures-before-ready']);

/** The stars of every target in every category, by the published rules; without stars where a category was not measured. */
export function scorecardOf(result: Result): Score[] {
  const facts = judgedFacts(result);
  return scoreCategories.flatMap((category) =>
    result.targets.map((target) => scoreOf(facts, category, target)),
  );
}

function scoreOf(facts: JudgedFacts, category: ScoreCategory, target: Target): Score {
  const found = scoreRules
    .filter((rule) => rule.category === category)
    .map((rule) => ({ rule, part: formulas[rule.name](facts, target) }));
  const parts = found.flatMap(({ rule, part }) =>
    part.kind === 'known'
      ? [{ name: rule.name, value: part.value, stars: starsOf(rule, part.value), numbers: part.numbers }]
      : [],
  );
  const reasons = found.flatMap(({ part }) => (part.kind === 'unknown' ? [part.reason] : []));
  const counts = parts.some(({ name, stars }) => !neverAlone.has(name) || stars < 5);
  const stars = counts ? Math.min(...parts.map((part) => part.stars)) : null;
  return {
    category,
    target: target.name,
    stars,
    numbers: uniqueNumbers(parts.flatMap(({ numbers }) => numbers)),
    parts: parts.map(({ name, value, stars: own }) => ({ name, value, stars: own })),
    missing: found.flatMap(({ rule, part }) => (part.kind === 'unknown' ? [rule.name] : [])),
    doubts: stars === null ? [] : scoreDoubts(facts, category, target.name),
    reason: stars === null ? (reasons.find((reason) => reason !== 'not-measured') ?? 'not-measured') : null,
  };
}

const uniqueNumbers = (numbers: readonly Score['numbers'][number][]): Score['numbers'] =>
  numbers.filter((one, index) => numbers.findIndex(({ name }) => name === one.name) === index);

/** Speeds are doubtful with the run that measured them; what has one value, or is counted, is not. */
function scoreDoubts({ result }: JudgedFacts, category: ScoreCategory, target: string): Doubt[] {
  const doubts = doubtsOf(result, target);
  const isSpeed = category === 'single-user-speed' || category === 'concurrency';
  if (!isSpeed && category !== 'stability')
    return doubts.filter((doubt) => doubt === 'imported' || doubt === 'simulated');
  const isSuspect = result.stages.some(
    (stage) => stage.target === target && stage.trust.verdict === 'suspect' && isOf(category, stage),
  );
  return [...doubts, ...(isSuspect && !doubts.includes('imported') ? (['suspect'] as const) : [])];
}

/** Whether a category rests on a stage. */
function isOf(category: ScoreCategory, { load, suite }: Stage): boolean {
  if (category === 'stability') return true;
  if (load.loop === 'open' || suite === 'languages' || suite === 'context') return false;
  return category === 'single-user-speed' ? load.users === 1 : load.users > 1;
}
