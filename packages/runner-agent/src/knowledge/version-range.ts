/** A range of versions as it is written: comparisons that all hold, `>=12.0 <13`. */
export type VersionRange = readonly VersionComparison[];
type VersionComparison = { readonly sign: Sign; readonly version: readonly number[] };
type Sign = '>=' | '>' | '<=' | '<' | '=';

const comparisonForm = /^(>=|<=|>|<|=)(\d{1,9}(?:\.\d{1,9}){0,4})$/;

/** Reads a range; `null` when it is none. */
export function parseVersionRange(text: string): VersionRange | null {
  const comparisons: VersionComparison[] = [];
  for (const part of text.trim().split(/ +/)) {
    const match = comparisonForm.exec(part);
    const version = match === null ? null : versionNumbers(match[2] ?? '');
    if (match === null || version === null) return null;
    comparisons.push({ sign: match[1] as Sign, version });
  }
  return comparisons;
}

/** Whether a version is in the range; `null` when it is no version. `0.32.0+cpu` and `v0.32.0rc1` count as 0.32.0. */
export function isInRange(version: string, range: VersionRange): boolean | null {
  const numbers = versionNumbers(version);
  if (numbers === null) return null;
  return range.every(({ sign, version: limit }) => holds(compare(numbers, limit), sign));
}

/** The numbers in front, up to the first thing that is none. */
function versionNumbers(text: string): readonly number[] | null {
  const match = /^v?(\d{1,9}(?:\.\d{1,9}){0,4})/.exec(text.trim());
  return match?.[1] === undefined ? null : match[1].split('.').map(Number);
}

/** A missing part counts as 0: 570 is 570.0.0. */
function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function holds(difference: number, sign: Sign): boolean {
  switch (sign) {
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '<':
      return difference < 0;
    case '=':
      return difference === 0;
  }
}
