import type { CapacityWords, LoadUnit } from '../capacity-words.ts';

const load = (level: number, unit: LoadUnit): string =>
  unit === 'rate' ? `${level} requests/s` : `${level} ${level === 1 ? 'user' : 'users'}`;
const isOne = (level: number, unit: LoadUnit): boolean => unit === 'users' && level === 1;
const keep = (level: number, unit: LoadUnit): string => (isOne(level, unit) ? 'keeps' : 'keep');
const breaks = (level: number, unit: LoadUnit): string => (isOne(level, unit) ? 'breaks' : 'break');
const after = (broken: string): string => (broken === '' ? '' : `: ${broken}`);

export const capacity: CapacityWords = {
  load,
  conditions: (terms) =>
    terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} and ${terms.at(-1)}`,
  found: ({ level, unit, slo, next, isSoFar, isAtLeast }) =>
    `Capacity${isSoFar ? ' so far' : ''}: ${isAtLeast ? 'at least ' : ''}${load(level, unit)} ${keep(level, unit)} ${slo}; ${next}.`,
  unknown: (why) => `Capacity: unknown; ${why}.`,
  noneKept: (level, unit, slo, broken) =>
    `Capacity: none; not even ${load(level, unit)} ${keep(level, unit)} ${slo}${after(broken)}.`,
  below: (level, unit, slo, broken) =>
    `Capacity: below ${load(level, unit)}, which ${breaks(level, unit)} ${slo}${after(broken)}; no lower level was tried.`,
  nextBreaks: (level, unit, condition) =>
    `${level} ${breaks(level, unit)} ${condition === '' ? 'it' : condition}`,
  nextNotCarried: (level, unit, reason) => `${level} ${breaks(level, unit)} it: ${reason}`,
  clientLimit: (level, reason) =>
    `${level} could not be measured, as the client was the bottleneck: ${reason}`,
  notJudged: (level, reason) => `${level} could not be judged: ${reason}`,
  noData: 'there was no data',
  noHigherAllowed: 'no higher level was allowed',
  noHigherTried: 'no higher level was tried',
  nothingMeasured: 'nothing was measured',
  noLevelJudged: (why) => `no level could be judged${why === null ? '' : ` (${why})`}`,
  notConfirmed: 'It was not measured once more.',
  held: 'Measured once more, it held.',
  didNotHold: (why) => `Measured once more, it did not hold: ${why}.`,
  notCarried: 'the load was not carried',
  between: (low, high, percent) =>
    `The capacity lies between ${low} and ${high} with ${percent} % confidence.`,
  columns: { users: 'users', rate: 'requests/s', stages: 'stages', kept: 'kept' },
  cells: { client: 'client', noData: 'no data' },
  notClear: 'Not clear:',
  ended: {
    'stage-budget': 'the search ended at its number of stages (--max-stages), with more levels to look at',
    'time-budget': 'the search ended at its time (--max-time), with more levels to look at',
    unfinished: 'the search was stopped before its end, with more levels to look at',
  },
  notMonotone:
    'a higher level kept the SLO although a lower one broke it: the stages differ more than the levels',
  stageIs: (id, verdict, reasons) => `${id} is ${verdict}: ${reasons}`,
  othersSuspect: (count) =>
    count === 1
      ? 'another stage is suspect, away from the border'
      : `${count} other stages are suspect, away from the border`,
  longerGivesMore: '; a longer --duration gives more',
};
