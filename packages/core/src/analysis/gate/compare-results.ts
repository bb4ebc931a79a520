import { createRandom, type Random } from '../../random/create-random.ts';
import type { Result } from '../../result/result-file.ts';
import { type ComparedSides, compareSides } from '../comparisons/compare-sides.ts';
import { type ComparedMetric, comparedMetrics } from '../comparisons/compared-metrics.ts';
import { allowedRatio, gateVerdict, overallVerdict } from './gate-verdict.ts';
import { type LevelPair, matchedLevels, matchedTargets, type TargetPair } from './matched-levels.ts';
import { repeatsToDecide } from './repeats-to-decide.ts';
import type { DifferenceCell, GateReason, LoneLevel, ResultDifference } from './result-difference.ts';
import { runDifferences } from './run-differences.ts';
import { type ModelPair, validityReasons } from './validity.ts';

/** How much each metric may get worse, as a share, and which metrics are held against each other. */
export type GateOptions = {
  readonly allowed: number;
  readonly allowedByMetric: Readonly<Record<string, number>>;
  readonly metrics: readonly string[];
  /** All that levels may be compared by; `comparedMetrics` unless told otherwise. */
  readonly metricsOf?: typeof comparedMetrics;
};

/** What a gate compares unless told otherwise: the figures whose repeats spread least. */
export const gateDefaults: GateOptions = {
  allowed: 0.05,
  allowedByMetric: {},
  metrics: ['outputThroughput', 'requestSpeed', 'ttft', 'e2e'],
};

/**
 * Holds a result against a baseline, cell by cell: targets by name, levels by suite, load and language. A level that the
 * candidate lacks is undecided, one that only it has is told. The draws of the bootstrap depend on the baseline's seed.
 */
export function compareResults(
  baseline: Result,
  candidate: Result,
  options: GateOptions = gateDefaults,
): ResultDifference {
  const pairs = matchedTargets(baseline, candidate);
  const random = createRandom(baseline.seed ?? baseline.id).fork('diff');
  const compared = pairs.map((pair) => comparePair({ baseline, candidate, pair, options, random }));
  const cells = compared.flatMap((part) => part.cells);
  return {
    verdict: overallVerdict(cells.map(({ verdict }) => verdict)),
    baseline: runOf(baseline),
    candidate: runOf(candidate),
    cells,
    loneTargets: {
      baseline: loneNames(
        baseline,
        pairs.map((pair) => pair.baseline),
      ),
      candidate: loneNames(
        candidate,
        pairs.map((pair) => pair.candidate),
      ),
    },
    loneLevels: compared.flatMap((part) => part.lone),
    runDifferences: runDifferences(baseline, candidate, pairs),
  };
}

const runOf = ({ id, name, createdAt }: Result) => ({ id, name, createdAt });

const loneNames = ({ targets }: Result, matched: readonly string[]): string[] =>
  targets.map(({ name }) => name).filter((name) => !matched.includes(name));

type PairWork = {
  readonly baseline: Result;
  readonly candidate: Result;
  readonly pair: TargetPair;
  readonly options: GateOptions;
  readonly random: Random;
};

function comparePair(work: PairWork): { readonly cells: DifferenceCell[]; readonly lone: LoneLevel[] } {
  const { baseline, candidate, pair } = work;
  const levels = matchedLevels(
    baseline.stages.filter(({ target }) => target === pair.baseline),
    candidate.stages.filter(({ target }) => target === pair.candidate),
  );
  return {
    cells: levels.filter((level) => level.baseline.length > 0).flatMap((level) => cellsOf(level, work)),
    lone: levels.flatMap((level) => loneLevel(level, pair)),
  };
}

function loneLevel({ group, baseline, candidate }: LevelPair, pair: TargetPair): LoneLevel[] {
  const [first] = [...baseline, ...candidate];
  if (first === undefined || (baseline.length > 0 && candidate.length > 0)) return [];
  const only = baseline.length > 0 ? 'baseline' : 'candidate';
  const { suite, language } = group;
  return [{ suite, load: first.load, language, target: pair[only], only }];
}

function cellsOf(level: LevelPair, work: PairWork): DifferenceCell[] {
  const stages = [...level.baseline, ...level.candidate];
  const { metricsOf = comparedMetrics, metrics } = work.options;
  return metricsOf({ ...level.group, stages })
    .filter(({ name }) => metrics.includes(name))
    .map((metric) => cellOf(metric, level, work));
}

function cellOf(metric: ComparedMetric, level: LevelPair, work: PairWork): DifferenceCell {
  const { pair, options, random } = work;
  const { suite, place, load, language } = level.group;
  const sides = compareSides(
    metric,
    level,
    random.fork([metric.name, pair.candidate, place ?? '', suite, load, language].join('/')),
  );
  const allowed = options.allowedByMetric[metric.name] ?? options.allowed;
  const reasons = reasonsOf(sides, validityReasons(level.baseline, level.candidate, modelsOf(work)));
  const judged = judge(sides, reasons, { better: metric.better, allowed });
  return {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    target: pair,
    suite,
    level: place,
    // A level has a stage on one side at least.
    load: [...level.baseline, ...level.candidate].map((stage) => stage.load)[0] ?? oneUser,
    language,
    baselineValue: sides.baselineValue,
    candidateValue: sides.candidateValue,
    ratio: sides.ratio,
    interval: sides.interval,
    probability: sides.probability,
    detectableRatio: sides.detectableRatio,
    repeats: { baseline: level.baseline.length, candidate: level.candidate.length },
    allowed,
    ...judged,
  };
}

const oneUser = { loop: 'closed', users: 1, thinkTime: null } as const;

function modelsOf({ baseline, candidate, pair }: PairWork): ModelPair {
  const modelOf = (result: Result, name: string): string | null =>
    result.targets.find((target) => target.name === name)?.model ?? null;
  return { baseline: modelOf(baseline, pair.baseline), candidate: modelOf(candidate, pair.candidate) };
}

/** Validity first, then what keeps the figures from having an interval. */
function reasonsOf(sides: ComparedSides, validity: readonly GateReason[]): readonly GateReason[] {
  if (validity.length > 0 || sides.problem === null) return validity;
  const { code } = sides.problem;
  return [code === 'value-unknown' || code === 'no-ratio' ? code : 'no-interval'];
}

type Limit = Pick<DifferenceCell, 'better' | 'allowed'>;
type Judged = Pick<DifferenceCell, 'verdict' | 'reasons' | 'repeatsToDecide'>;

function judge(sides: ComparedSides, reasons: readonly GateReason[], limit: Limit): Judged {
  const onlyRepeatsLack = reasons.every((reason) => reason === 'few-repeats' || reason === 'no-interval');
  const needed = onlyRepeatsLack ? neededRepeats(sides, limit) : null;
  if (reasons.length > 0) return { verdict: 'inconclusive', reasons, repeatsToDecide: needed };
  if (sides.interval === null)
    return { verdict: 'inconclusive', reasons: ['no-interval'], repeatsToDecide: needed };
  const verdict = gateVerdict({ interval: sides.interval, ...limit });
  return verdict === 'inconclusive'
    ? { verdict, reasons: ['interval-over-limit'], repeatsToDecide: neededRepeats(sides, limit) }
    : { verdict, reasons: [], repeatsToDecide: null };
}

function neededRepeats({ samples, ratio }: ComparedSides, limit: Limit): number | null {
  if (ratio === null || ratio <= 0) return null;
  return repeatsToDecide({ ...samples, ratio, limit: allowedRatio(limit) });
}
