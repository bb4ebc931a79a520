import { expect, test } from 'vitest';
import type { NumberDistribution } from '../number-distribution.ts';
import { pausesField, tokensField, turnsField } from './distribution-field.ts';
import { type NumberUnit, timeUnit, tokenUnit, turnUnit } from './number-unit.ts';
import { parseDistribution } from './parse-distribution.ts';

const fields = { tokens: tokensField, turns: turnsField, time: pausesField };

/** What a plan's value is read as, or its one problem. */
function fromPlan(value: unknown, unit: NumberUnit): NumberDistribution | string {
  const read = fields[unit.name].safeParse(value);
  return read.success
    ? read.data
    : read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('\n');
}

function fromText(text: string, unit: NumberUnit): NumberDistribution | string {
  const read = parseDistribution(text, unit);
  return read.ok ? read.value : read.problem;
}

const good: readonly (readonly [
  text: string,
  block: unknown,
  unit: NumberUnit,
  numbers: NumberDistribution,
])[] = [
  ['200', 200, tokenUnit, { kind: 'fixed', value: 200 }],
  [' 200 ', { kind: 'fixed', value: 200 }, tokenUnit, { kind: 'fixed', value: 200 }],
  [
    'uniform:100-300',
    { kind: 'uniform', min: 100, max: 300 },
    tokenUnit,
    { kind: 'uniform', min: 100, max: 300 },
  ],
  [
    'normal:200,50',
    { kind: 'normal', mean: 200, deviation: 50 },
    tokenUnit,
    { kind: 'normal', mean: 200, deviation: 50, min: 1, max: 400 },
  ],
  [
    'normal:200,20,150-220',
    { kind: 'normal', mean: 200, deviation: 20, min: 150, max: 220 },
    tokenUnit,
    { kind: 'normal', mean: 200, deviation: 20, min: 150, max: 220 },
  ],
  [
    'normal:500,20',
    { kind: 'normal', mean: 500, deviation: 20, min: 420 },
    tokenUnit,
    { kind: 'normal', mean: 500, deviation: 20, min: 420, max: 580 },
  ],
  [
    'lognormal:200,0.5',
    { kind: 'lognormal', median: 200, sigma: 0.5 },
    tokenUnit,
    // 200 times and divided by e squared.
    { kind: 'lognormal', median: 200, sigma: 0.5, min: 27, max: 1478 },
  ],
  [
    'lognormal:200,0.5,20-400',
    { kind: 'lognormal', median: 200, sigma: 0.5, min: 20, max: 400 },
    tokenUnit,
    { kind: 'lognormal', median: 200, sigma: 0.5, min: 20, max: 400 },
  ],
  [
    'file:./lengths.txt',
    { kind: 'file', path: './lengths.txt' },
    tokenUnit,
    { kind: 'empirical', values: [], source: './lengths.txt' },
  ],
  ['uniform:2-6', { kind: 'uniform', min: 2, max: 6 }, turnUnit, { kind: 'uniform', min: 2, max: 6 }],
  ['2s', '2s', timeUnit, { kind: 'fixed', value: 2_000_000 }],
  ['0s', { kind: 'fixed', value: '0s' }, timeUnit, { kind: 'fixed', value: 0 }],
  [
    'exponential:1.5s',
    { kind: 'exponential', mean: '1.5s' },
    timeUnit,
    { kind: 'exponential', mean: 1_500_000 },
  ],
  [
    'uniform:1s-1m30s',
    { kind: 'uniform', min: '1s', max: '1m30s' },
    timeUnit,
    { kind: 'uniform', min: 1_000_000, max: 90_000_000 },
  ],
  [
    'normal:2s,500ms',
    { kind: 'normal', mean: '2s', deviation: '500ms' },
    timeUnit,
    { kind: 'normal', mean: 2_000_000, deviation: 500_000, min: 0, max: 4_000_000 },
  ],
];

test.each(good)('the text %j and the block %j are the same', (text, block, unit, numbers) => {
  expect(fromText(text, unit)).toEqual(numbers);
  expect(fromPlan(text, unit)).toEqual(numbers);
  expect(fromPlan(block, unit)).toEqual(numbers);
});

const lengths = 'a number such as 200, or uniform:100-300, normal:200,50, lognormal:200,0.5 or file:PATH';

test.each<readonly [string, NumberUnit, string]>([
  ['many', tokenUnit, `"many" is not ${lengths}`],
  ['', tokenUnit, `"" is not ${lengths}`],
  ['-5', tokenUnit, `"-5" is not ${lengths}`],
  ['1e3', tokenUnit, `"1e3" is not ${lengths}`],
  ['0', tokenUnit, 'must be at least 1, not 0'],
  ['1.5', tokenUnit, 'must be a whole number of tokens, not 1.5'],
  ['99999999999999999999', tokenUnit, 'must be a whole number of tokens, not 100000000000000000000'],
  ['unifrom:1-2', tokenUnit, '"unifrom:1-2" starts with the unknown word "unifrom"; did you mean uniform?'],
  ['zipf:2', tokenUnit, `"zipf:2" starts with the unknown word "zipf"; write ${lengths}`],
  [
    'constructor:2',
    tokenUnit,
    `"constructor:2" starts with the unknown word "constructor"; write ${lengths}`,
  ],
  ['uniform:100', tokenUnit, '"100" is not a range such as 100-300'],
  ['uniform:1-2-3', tokenUnit, '"1-2-3" is not a range such as 100-300'],
  ['uniform:300-100', tokenUnit, '300-100 runs backwards; write the smaller one first'],
  ['uniform:0-100', tokenUnit, 'must be at least 1, not 0'],
  ['uniform:a-100', tokenUnit, '"a" is not a number'],
  ['normal:200', tokenUnit, '"normal:200" is not normal:MEAN,DEVIATION such as normal:200,50'],
  [
    'normal:200,50,1-2,3',
    tokenUnit,
    '"normal:200,50,1-2,3" is not normal:MEAN,DEVIATION such as normal:200,50',
  ],
  ['normal:200,wide', tokenUnit, '"wide" is not a number'],
  ['normal:200,50,20', tokenUnit, '"20" is not a range such as 100-300'],
  ['normal:200,50,300-400', tokenUnit, 'the mean 200 must lie between 300 and 400'],
  ['lognormal:200', tokenUnit, '"lognormal:200" is not lognormal:MEDIAN,SIGMA such as lognormal:200,0.5'],
  ['lognormal:500,1,1-400', tokenUnit, 'the median 500 must lie between 1 and 400'],
  [
    'exponential:200',
    tokenUnit,
    'exponential is for times; most lengths that vary so widely are lognormal, such as lognormal:200,1',
  ],
  ['file:', tokenUnit, 'file: needs the path of a file with one length on each line'],
  ['file:x', turnUnit, 'turns are not read from a file'],
  ['file:x', timeUnit, 'times are not read from a file'],
  ['0', turnUnit, 'must be at least 1, not 0'],
  ['2', timeUnit, '"2" has no unit; write 2s for seconds or 2ms for milliseconds'],
  ['exponential:0s', timeUnit, 'the mean of an exponential time must be more than 0s'],
  ['uniform:3s-1s', timeUnit, '3s-1s runs backwards; write the smaller one first'],
  ['normal:2s,0.5', timeUnit, '"0.5" has no unit; write 0.5s for seconds or 0.5ms for milliseconds'],
])('%j is refused in one sentence', (text, unit, problem) => {
  expect(fromText(text, unit)).toBe(problem);
  expect(fromPlan(text, unit)).toBe(problem);
});

test.each<readonly [unknown, NumberUnit, string]>([
  [undefined, tokenUnit, 'is missing (a number of tokens)'],
  [null, tokenUnit, 'must be a number of tokens, not null'],
  [true, tokenUnit, 'must be a number of tokens, not true'],
  [[200], tokenUnit, 'must be a number of tokens, not a list'],
  [0, tokenUnit, 'must be at least 1, not 0'],
  [2.5, tokenUnit, 'must be a whole number of tokens, not 2.5'],
  [2, timeUnit, '"2" has no unit; write 2s for seconds or 2ms for milliseconds'],
  [{}, tokenUnit, 'kind: is missing (one of fixed, uniform, normal, lognormal, exponential, file)'],
  [
    { kind: 'norml', mean: 2 },
    tokenUnit,
    'kind: must be one of fixed, uniform, normal, lognormal, exponential, file, not "norml"; did you mean normal?',
  ],
  [{ kind: 'normal', mean: 200 }, tokenUnit, 'deviation: is missing (a number)'],
  [{ kind: 'normal', mean: 200, deviation: 5, maxx: 9 }, tokenUnit, 'maxx: unknown key; did you mean max?'],
  [{ kind: 'normal', mean: 200, deviation: -5 }, tokenUnit, 'deviation: must be at least 0, not -5'],
  [{ kind: 'uniform', min: 9, max: 3 }, tokenUnit, '9-3 runs backwards; write the smaller one first'],
  [
    { kind: 'uniform', min: 1, max: 3 },
    timeUnit,
    [
      'min: "1" has no unit; write 1s for seconds or 1ms for milliseconds',
      'max: "3" has no unit; write 3s for seconds or 3ms for milliseconds',
    ].join('\n'),
  ],
])('%j in a plan is refused in one sentence', (value, unit, problem) => {
  expect(fromPlan(value, unit)).toBe(problem);
});
