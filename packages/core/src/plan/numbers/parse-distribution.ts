import { nearestName } from '../../errors/nearest-name.ts';
import { fixedNumber, type NumberDistribution } from '../number-distribution.ts';
import { allParsed, type Parsed, parsed, refused } from '../parsed.ts';
import { lognormalNumbers, normalNumbers } from './bounded-numbers.ts';
import { distributionProblem } from './check-distribution.ts';

import { type NumberUnit, readNumber } from './number-unit.ts';

type Reader = (text: string, unit: NumberUnit) => Parsed<NumberDistribution>;

/** The kinds by the word before the colon; a text without one is a single number. */
const readers: Readonly<Record<string, Reader>> = {
  uniform: readUniform,
  normal: (text, unit) => readBell(text, unit, 'normal'),
  lognormal: (text, unit) => readBell(text, unit, 'lognormal'),
  exponential: readExponential,
  file: (text) => parsed({ kind: 'empirical', values: [], source: text.trim() }),
};

/**
 * A distribution as flags and plans write it. With N a number of the unit (`200`, or `2s` for a time):
 *
 *     N                        always the same
 *     uniform:N-N              each whole number between them equally often
 *     normal:MEAN,DEVIATION    normal:MEAN,DEVIATION,MIN-MAX
 *     lognormal:MEDIAN,SIGMA   lognormal:MEDIAN,SIGMA,MIN-MAX     SIGMA is of the logarithm, without a unit
 *     exponential:MEAN         times only
 *     file:PATH                lengths of a file; its values come when the file is read
 */
export function parseDistribution(text: string, unit: NumberUnit): Parsed<NumberDistribution> {
  const colon = text.indexOf(':');
  const word = text.slice(0, Math.max(0, colon)).trim();
  if (colon < 0) return checked(readSingle(text, unit), unit);
  const reader = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (reader !== undefined) return checked(reader(text.slice(colon + 1), unit), unit);
  const near = nearestName(word, Object.keys(readers));
  return refused(
    `"${text}" starts with the unknown word "${word}"${near === null ? `; write ${unit.forms}` : `; did you mean ${near}?`}`,
  );
}

function checked(read: Parsed<NumberDistribution>, unit: NumberUnit): Parsed<NumberDistribution> {
  if (!read.ok) return read;
  const problem = distributionProblem(read.value, unit);
  return problem === null ? read : refused(problem);
}

function readSingle(text: string, unit: NumberUnit): Parsed<NumberDistribution> {
  const value = unit.read(text);
  if (value.ok) return parsed(fixedNumber(value.value));
  return refused(unit.name === 'time' ? value.problem : `"${text}" is not ${unit.forms}`);
}

function readUniform(text: string, unit: NumberUnit): Parsed<NumberDistribution> {
  const range = readRange(text, unit);
  if (!range.ok) return range;
  const [min, max] = range.value;
  return parsed({ kind: 'uniform', min, max });
}

function readRange(text: string, unit: NumberUnit): Parsed<readonly [number, number]> {
  const [first, second, ...more] = text.split('-');
  if (first === undefined || second === undefined || more.length > 0)
    return refused(`"${text}" is not a range such as ${unit.name === 'time' ? '1s-3s' : '100-300'}`);
  const bounds = allParsed([unit.read(first), unit.read(second)]);
  if (!bounds.ok) return bounds;
  const [min = 0, max = 0] = bounds.value;
  return parsed([min, max]);
}

function readBell(text: string, unit: NumberUnit, kind: 'normal' | 'lognormal'): Parsed<NumberDistribution> {
  const [centerText = '', spreadText, rangeText, ...more] = text.split(',');
  if (spreadText === undefined || more.length > 0)
    return refused(`"${kind}:${text}" is not ${bellForms(kind, unit)}`);
  const center = unit.read(centerText);
  if (!center.ok) return center;
  // A deviation is a length or a time of its own; a sigma belongs to the logarithm and has no unit.
  const spread = kind === 'normal' ? unit.read(spreadText) : readNumber(spreadText);
  if (!spread.ok) return spread;
  const range = rangeText === undefined ? null : readRange(rangeText, unit);
  if (range?.ok === false) return range;
  const bounds = range === null ? {} : { min: range.value[0], max: range.value[1] };
  const numbers = kind === 'normal' ? normalNumbers : lognormalNumbers;
  return parsed(numbers(center.value, spread.value, bounds, unit));
}

function bellForms(kind: 'normal' | 'lognormal', unit: NumberUnit): string {
  const isTime = unit.name === 'time';
  if (kind === 'normal')
    return isTime
      ? 'normal:MEAN,DEVIATION such as normal:2s,500ms'
      : 'normal:MEAN,DEVIATION such as normal:200,50';
  return isTime
    ? 'lognormal:MEDIAN,SIGMA such as lognormal:2s,0.5'
    : 'lognormal:MEDIAN,SIGMA such as lognormal:200,0.5';
}

function readExponential(text: string, unit: NumberUnit): Parsed<NumberDistribution> {
  const mean = unit.read(text);
  return mean.ok ? parsed({ kind: 'exponential', mean: mean.value }) : mean;
}
