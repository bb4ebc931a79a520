/** What a unit measures. */
export type UnitKind = 'time' | 'share' | 'token-rate' | 'request-rate';

/** A unit that a limit can be written in: its stored unit, and how many of that one it is. */
export type ThresholdUnit = {
  readonly name: string;
  readonly kind: UnitKind;
  readonly stored: 'us' | 'share' | 'tok/s' | 'req/s';
  readonly toStored: (value: number) => number;
};

const time = (name: string, micros: number): ThresholdUnit => ({
  name,
  kind: 'time',
  stored: 'us',
  // Latencies are whole microseconds, so a finer limit says nothing.
  toStored: (value) => Math.round(value * micros),
});

/** Every unit of the grammar. */
export const thresholdUnits: readonly ThresholdUnit[] = [
  time('us', 1),
  time('ms', 1_000),
  time('s', 1_000_000),
  time('m', 60_000_000),
  time('h', 3_600_000_000),
  { name: '%', kind: 'share', stored: 'share', toStored: (value) => value / 100 },
  { name: 'tok/s', kind: 'token-rate', stored: 'tok/s', toStored: (value) => value },
  { name: 'req/s', kind: 'request-rate', stored: 'req/s', toStored: (value) => value },
];

/** The names of the units of some kinds, in words: `us, ms, s, m or h`. */
export function unitsText(kinds: readonly UnitKind[]): string {
  return oneOf(thresholdUnits.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.name));
}

/** A choice in words: `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
