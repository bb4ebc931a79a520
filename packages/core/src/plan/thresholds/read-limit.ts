import { readDuration } from '../../units/read-duration.ts';
import type { Comparison, Limit, Measure } from './threshold.ts';
import { thresholdError } from './threshold-error.ts';
import { rateUnits } from './threshold-metrics.ts';
import { oneOf, thresholdUnits, type UnitKind, unitsText } from './threshold-units.ts';

/** What may stand behind the comparison: which units, and what a bare number means (`null`: nothing). */
type LimitRule = {
  readonly kinds: readonly UnitKind[];
  readonly bare: 'tok/s' | 'req/s' | 'requests' | null;
  readonly example: string;
};

/** How a person would name what is measured, and what may be written behind it. */
export type LimitPlace = {
  readonly measure: Measure;
  readonly name: string;
  readonly comparison: Comparison;
  readonly source: string;
};

/** `1m30s`: a time of several parts, which no other limit has. */
const severalUnits = /^\d[\d.]*\s*[a-z]+\s*\d/;

/** Reads `500ms`, `0.1%`, `2500 tok/s` or `valid`, as it fits the measure; throws a usage error where it does not. */
export function readLimit(text: string, place: LimitPlace): Limit {
  const { measure, source } = place;
  if (measure.kind === 'trust') return readVerdict(text, place);
  const rule = ruleOf(measure);
  const time = severalUnits.test(text) && rule.kinds.includes('time') ? readDuration(text) : null;
  if (time?.ok === true) return checked({ unit: 'us', value: time.value }, place);
  const match = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/.exec(text);
  if (match === null) {
    const what = text === '' ? 'the limit is missing' : `the limit "${text}" is no number`;
    throw thresholdError(source, `${what}; write it like ${rule.example}`);
  }
  return checked(withUnit(Number(match[1]), match[2] ?? '', { ...place, rule }), place);
}

function checked(limit: NumericLimit, place: LimitPlace): NumericLimit {
  const problem = problemOfLimit(limit, place);
  if (problem !== null) throw thresholdError(place.source, problem);
  return limit;
}

type RuledPlace = LimitPlace & { readonly rule: LimitRule };
type NumericLimit = Exclude<Limit, { readonly unit: 'verdict' }>;

function withUnit(value: number, unitName: string, place: RuledPlace): NumericLimit {
  const { name, rule, source } = place;
  if (unitName === '') {
    if (rule.bare !== null) return { unit: rule.bare, value };
    const choice = unitsText(rule.kinds);
    throw thresholdError(
      source,
      `the limit of ${name} needs a unit; write ${choice}, such as ${rule.example}`,
    );
  }
  const unit = thresholdUnits.find((known) => known.name === unitName);
  if (unit !== undefined && rule.kinds.includes(unit.kind))
    return { unit: unit.stored, value: unit.toStored(value) };
  if (rule.kinds.length === 0)
    throw thresholdError(source, `${name} is a number of requests, without the unit "${unitName}"`);
  const wrong = unit === undefined ? `"${unitName}" is no unit` : `"${unitName}" does not fit ${name}`;
  throw thresholdError(source, `${wrong}; write ${unitsText(rule.kinds)}, such as ${rule.example}`);
}

function ruleOf(measure: Exclude<Measure, { readonly kind: 'trust' }>): LimitRule {
  switch (measure.kind) {
    case 'latency':
    case 'certified':
      return { kinds: ['time'], bare: null, example: '500ms' };
    case 'rate':
      return rateUnits[measure.rate] === 'tok/s'
        ? { kinds: ['token-rate'], bare: 'tok/s', example: '2500 tok/s' }
        : { kinds: ['request-rate'], bare: 'req/s', example: '3.5 req/s' };
    case 'error-rate':
      return { kinds: ['share'], bare: null, example: '0.1%' };
    case 'goodput':
      return { kinds: ['share', 'request-rate'], bare: null, example: '99%' };
    case 'concurrency':
    case 'count':
      return { kinds: [], bare: 'requests', example: '45' };
  }
}

/** A gate that no value can pass, or that every value passes, is a slip. */
function problemOfLimit(limit: NumericLimit, { measure, name, comparison }: LimitPlace): string | null {
  const { value } = limit;
  const largest = limit.unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
  if (value < 0) return `a limit of ${name} cannot be below 0`;
  if (!Number.isFinite(value)) return 'the limit is too large';
  if (value > largest) return 'a share cannot be above 100%';
  if (measure.kind === 'count' && !Number.isInteger(value)) return `${name} is a whole number of requests`;
  if ((comparison === '<' && value === 0) || (comparison === '>' && value === largest))
    return `${name} can never be ${comparison === '<' ? 'below 0' : 'above 100%'}`;
  if ((comparison === '>=' && value === 0) || (comparison === '<=' && value === largest))
    return `${name} is always ${comparison === '>=' ? 'at least 0' : 'at most 100%'}, so this says nothing`;
  return comparisonProblem(measure, name, comparison);
}

function comparisonProblem(measure: Measure, name: string, comparison: Comparison): string | null {
  if (comparison === '==' && measure.kind !== 'count')
    return `"==" fits only ${oneOf(['trust', 'numbers of requests'])}; write <, <=, > or >= for ${name}`;
  if (measure.kind === 'certified' && comparison.startsWith('>'))
    return 'a certified percentile is an upper bound, so only < or <= can be certified';
  return null;
}

/** `trust == valid`, or `trust >= suspect` for a stage that is not invalid. */
function readVerdict(text: string, { comparison, source }: LimitPlace): Limit {
  if (text === 'valid' && (comparison === '==' || comparison === '>='))
    return { unit: 'verdict', value: 'valid' };
  if (text === 'suspect' && comparison === '>=') return { unit: 'verdict', value: 'suspect' };
  throw thresholdError(source, 'write "trust == valid", or "trust >= suspect" to refuse only invalid stages');
}
