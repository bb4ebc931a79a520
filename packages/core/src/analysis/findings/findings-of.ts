import { type Finding, severities } from '../../result/analysis/finding-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { resultLevels } from '../levels/usable-levels.ts';
import { abovePhysicalLimit, singleUserNotSteady } from './cautions/physics.ts';
import { differentLengths, differentLevels, differentModels, parity } from './cautions/same-work.ts';
import { dropped, oneRepeat, tooFewSamples } from './cautions/samples.ts';
import { combined, imported, simulated } from './cautions/source.ts';
import { unfinished } from './cautions/unfinished.ts';
import { untrusted } from './cautions/untrusted.ts';
import type { FindingRule } from './finding-rule.ts';
import { capacityFound } from './statements/capacity.ts';
import { crossover } from './statements/crossover.ts';
import { firstTokenUnderLoad } from './statements/first-token.ts';
import { growth } from './statements/growth.ts';
import { nothingMeasured } from './statements/nothing-measured.ts';
import { noUsableLevel, peak } from './statements/peak.ts';
import { physicalLimit } from './statements/physical-limit.ts';
import { rate } from './statements/rate.ts';
import { singleUser } from './statements/single-user.ts';
import { memory, startUp } from './statements/target-figures.ts';
import { targetNotMeasured } from './statements/target-not-measured.ts';

/** What a summary says, what weighs most first. */
const statements: readonly FindingRule[] = [
  nothingMeasured,
  targetNotMeasured,
  noUsableLevel,
  capacityFound,
  singleUser,
  peak,
  crossover,
  firstTokenUnderLoad,
  memory,
  physicalLimit,
  growth,
  rate,
  startUp,
];

/** What not to conclude, what weighs most first. */
const cautions: readonly FindingRule[] = [
  simulated,
  imported,
  combined,
  unfinished,
  abovePhysicalLimit,
  singleUserNotSteady,
  untrusted,
  differentModels,
  differentLevels,
  parity,
  differentLengths,
  dropped,
  oneRepeat,
  tooFewSamples,
];

/**
 * The findings of a result and what not to conclude from it, as codes with names and numbers; the statements first, and
 * in either part what weighs most first. Never empty for a result without a figure: that is a finding too.
 */
export function findingsOf(result: Result): Finding[] {
  const facts = { result, levels: resultLevels(result) };
  const found = statements.flatMap((rule) => rule(facts));
  return [
    ...severities.flatMap((severity) => found.filter((finding) => finding.severity === severity)),
    ...cautions.flatMap((rule) => rule(facts)),
  ];
}
