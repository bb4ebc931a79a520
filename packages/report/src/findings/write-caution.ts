import { type CautionCode, cautionCodes, type Finding, parityCodes } from '@kneepoint/core';
import type { Tone } from '../model/document.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { figuresOf, nameOf, numberOf, stagesOf } from './finding-parts.ts';
import { writeUntrusted } from './untrusted-places.ts';

type Writer = (finding: Finding, context: ReportContext) => string | null;

/** Levels named one by one before the rest is only counted. */
const mostLevels = 6;

/** The sentence of each caution; `null` where a number that it needs is not in the finding. */
const writers: Record<CautionCode, Writer> = {
  simulated: (finding, { catalogue }) => catalogue.cautions.simulated(targetsOf(finding)),
  imported: (finding, { catalogue }) =>
    catalogue.cautions.imported(nameOf(finding, 'tool') || null, nameOf(finding, 'files')),
  combined: (finding, { catalogue: { cautions, formats } }) =>
    cautions.combined(
      numberOf(finding, 'results') ?? 0,
      formats.instant(nameOf(finding, 'from')),
      formats.instant(nameOf(finding, 'to')),
    ),
  unfinished: (finding, { catalogue }) => {
    const reason = finding.names['reason'];
    return catalogue.cautions.unfinished(
      numberOf(finding, 'stages') ?? finding.stages.length,
      reason === undefined ? null : catalogue.reason(reason),
    );
  },
  'above-physical-limit': (finding, { catalogue }) => {
    const [users, measured, limit] = numbers(finding, 'users', 'measured', 'limit');
    if (users == null || measured == null || limit == null) return null;
    return catalogue.cautions.aboveLimit(nameOf(finding, 'target'), users, measured, limit);
  },
  'single-user-not-steady': (finding, { catalogue }) => {
    const [alone, users, each] = numbers(finding, 'alone', 'users', 'each');
    if (alone == null || users == null || each == null) return null;
    return catalogue.cautions.notSteady(nameOf(finding, 'target'), alone, users, each);
  },
  'stages-invalid': (finding, context) => writeUntrusted(finding, 'invalid', context),
  'stages-suspect': (finding, context) => writeUntrusted(finding, 'suspect', context),
  'different-models': (finding, { catalogue }) =>
    catalogue.cautions.differentModels(Object.values(finding.names)),
  'different-levels': (finding, context) => {
    const levels = levelNames(finding, context);
    return context.catalogue.cautions.differentLevels(
      targetsOf(finding),
      levels.slice(0, mostLevels),
      Math.max(0, levels.length - mostLevels),
    );
  },
  'different-lengths': (finding, context) => {
    const [level] = levelNames(finding, context);
    return level === undefined ? null : context.catalogue.cautions.differentLength(level, figuresOf(finding));
  },
  parity: (finding, { catalogue }) => {
    const codes = Object.values(finding.names);
    const names = codes.map((code) => {
      const known = parityCodes.find((one) => one === code);
      return known === undefined ? code : catalogue.parity.name[known];
    });
    return catalogue.cautions.parity(names, figuresOf(finding));
  },
  dropped: (finding, context) => {
    const [level] = levelNames(finding, context);
    const [dropped, planned] = numbers(finding, 'dropped', 'planned');
    if (level === undefined || dropped == null || planned == null) return null;
    return context.catalogue.cautions.dropped(level, dropped, planned);
  },
  'one-repeat': (_, { catalogue }) => catalogue.cautions.oneRepeat,
  'too-few-samples': (finding, context) =>
    context.catalogue.cautions.tooFewSamples(
      nameOf(finding, 'percentile'),
      levelNames(finding, context),
      numberOf(finding, 'of') ?? 0,
    ),
};

/** What a caution says in the report's language; `null` where a number that it needs is not in the finding. */
export function writeCaution(finding: Finding, context: ReportContext): string | null {
  const code = cautionCodes.find((known) => known === finding.code);
  return code === undefined ? null : writers[code](finding, context);
}

/** How a caution is to be seen: that of invalid stages as invalid, a note as plain text. */
export function cautionTone({ code, severity }: Finding): Tone {
  if (code === 'stages-invalid') return 'invalid';
  return severity === 'note' ? 'plain' : 'suspect';
}

const targetsOf = (finding: Finding): string[] => finding.targets.map(({ target }) => target);

const numbers = (finding: Finding, ...names: readonly string[]): (number | null)[] =>
  names.map((name) => numberOf(finding, name));

/** The names of the levels that a finding's stages belong to, lightest first. */
function levelNames(finding: Finding, { catalogue, result }: ReportContext): string[] {
  const order = new Map(finding.stages.map((id, index) => [id, index]));
  const stages = stagesOf(finding, result).toSorted(
    (one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0),
  );
  return [...new Set(stages.map((stage) => levelName(catalogue, stage)))];
}
