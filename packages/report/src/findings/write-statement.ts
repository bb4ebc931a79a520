import { type Finding, type StatementCode, statementCodes } from '@kneepoint/core';
import type { LighterLevels, ReachedShare } from '../catalogue/findings-words.ts';
import type { TypicalTime } from '../catalogue/statement-parts.ts';
import type { ReportContext } from '../model/report-context.ts';
import { figuresOf, nameOf, numberOf, outcomeIn } from './finding-parts.ts';

type Writer = (finding: Finding, context: ReportContext) => string | null;

/** The sentence of each statement; `null` where a number that it needs is not in the finding. */
const writers: Record<StatementCode, Writer> = {
  'nothing-measured': (finding, { catalogue: { findings, reason } }) =>
    findings.nothing(
      numberOf(finding, 'stages') ?? 0,
      numberOf(finding, 'failed') ?? 0,
      reason(nameOf(finding, 'reason')),
    ),
  'target-not-measured': (finding, { catalogue: { findings, reason } }) => {
    const [target, why] = [nameOf(finding, 'target'), reason(nameOf(finding, 'reason'))];
    const stages = numberOf(finding, 'stages');
    return stages === null
      ? findings.targetNotMeasured(target, why)
      : findings.everyStageFailed(target, stages, why);
  },
  'no-usable-level': (_, { catalogue }) => catalogue.findings.noUsableLevel,
  capacity,
  'single-user': singleUser,
  peak,
  crossover: (finding, { catalogue }) => {
    const [users, low, high] = numbers(finding, 'users', 'low', 'high');
    if (users == null) return null;
    const isInterval = nameOf(finding, 'method') === 'difference-interval';
    const interval = low == null || high == null ? null : { low, high, isInterval };
    return catalogue.findings.crossover(nameOf(finding, 'below'), nameOf(finding, 'above'), users, interval);
  },
  'first-token': (finding, { catalogue }) => {
    const users = numberOf(finding, 'users');
    if (users === null) return null;
    return catalogue.findings.firstTokenUnderLoad(users, figuresOf(finding), nameOf(finding, 'percentile'));
  },
  memory: (finding, { catalogue }) => {
    const difference = numberOf(finding, 'difference');
    const less = difference === null ? null : { target: nameOf(finding, 'least'), value: difference };
    const phase = nameOf(finding, 'phase') === 'inference' ? 'inference' : 'peak';
    return catalogue.findings.memory(phase, figuresOf(finding), less);
  },
  'physical-limit': physicalLimit,
  growth: (finding, { catalogue }) => {
    const [from, to] = numbers(finding, 'from', 'to');
    return from == null || to == null ? null : catalogue.findings.growth(from, to, figuresOf(finding));
  },
  rate: (finding, { catalogue }) => {
    const [requestsPerSecond] = numbers(finding, 'rate');
    const [only] = figuresOf(finding);
    if (requestsPerSecond == null || only === undefined) return null;
    const percentile = nameOf(finding, 'percentile');
    return catalogue.findings.rate(only.target, requestsPerSecond, only.value, percentile);
  },
  'start-up': (finding, { catalogue }) => catalogue.findings.startUp(figuresOf(finding)),
};

/** The sentence of a statement in the report's language, with its numbers; `null` for one that lacks them. */
export function writeStatement(finding: Finding, context: ReportContext): string | null {
  const code = statementCodes.find((known) => known === finding.code);
  return code === undefined ? null : writers[code](finding, context);
}

const numbers = (finding: Finding, ...names: readonly string[]): (number | null)[] =>
  names.map((name) => numberOf(finding, name));

function singleUser(finding: Finding, { catalogue }: ReportContext): string | null {
  const speeds = figuresOf(finding);
  const [only] = speeds;
  if (only === undefined) return null;
  const notSteady = finding.names['notSteady'] ?? null;
  if (speeds.length > 1) return catalogue.findings.singleUserOutcome(outcomeIn(finding), speeds, notSteady);
  const micros = numberOf(finding, 'ttft');
  const statistic = nameOf(finding, 'statistic') === 'mean' ? 'mean' : 'p50';
  const ttft: TypicalTime | null = micros === null ? null : { micros, statistic };
  return catalogue.findings.singleUserTarget(only.target, ttft, only.value);
}

function peak(finding: Finding, { catalogue }: ReportContext): string | null {
  const rates = figuresOf(finding);
  const [only] = rates;
  const [users, perUser] = numbers(finding, 'users', 'perUser');
  if (only === undefined || users == null) return null;
  return rates.length > 1
    ? catalogue.findings.peakOutcome(users, outcomeIn(finding), rates, lighterLevels(finding))
    : catalogue.findings.peak(only.target, users, only.value, perUser ?? only.value / users);
}

function lighterLevels(finding: Finding): LighterLevels | null {
  const [fewestUsers, mostUsers, least, greatest] = numbers(
    finding,
    'lighterFewestUsers',
    'lighterMostUsers',
    'lighterLeast',
    'lighterGreatest',
  );
  return fewestUsers == null || mostUsers == null || least == null || greatest == null
    ? null
    : { fewestUsers, mostUsers, least, greatest };
}

function capacity(finding: Finding, { catalogue }: ReportContext): string | null {
  const [level, low, high] = numbers(finding, 'level', 'low', 'high');
  if (level == null) return null;
  const isUsers = nameOf(finding, 'vary') === 'users';
  const write = (value: number): string =>
    isUsers ? catalogue.levels.users(Math.round(value)) : catalogue.levels.rate(value);
  return catalogue.findings.capacity(
    nameOf(finding, 'target'),
    nameOf(finding, 'slo'),
    write(level),
    low == null ? null : write(low),
    high == null ? null : write(high),
  );
}

function physicalLimit(finding: Finding, { catalogue }: ReportContext): string | null {
  const [users, limit] = numbers(finding, 'users', 'limit');
  if (users == null || limit == null) return null;
  const shares = figuresOf(finding).map((named, index): ReachedShare => {
    const suite = suiteNames(catalogue)[nameOf(finding, `suite ${index + 1}`)] ?? null;
    const speed = numberOf(finding, `speed ${index + 1}`);
    return { ...named, tokensPerSecond: speed ?? named.value * limit, suite };
  });
  return catalogue.findings.physicalLimit(users, limit, nameOf(finding, 'accelerator'), shares);
}

const suiteNames = ({ words }: ReportContext['catalogue']): Readonly<Record<string, string>> => words.suite;
