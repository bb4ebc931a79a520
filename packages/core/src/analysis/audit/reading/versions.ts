/** The numbers of a version, first ones first: `555.42.02` is 555, 42, 2. What follows `+` or `-` is no part of it. */
export function versionParts(version: string): number[] {
  const [numbers = ''] = /\d+(?:\.\d+)*/.exec(version) ?? [];
  return numbers === '' ? [] : numbers.split('.').map(Number);
}

/** Whether a version is lower than another; a missing part is 0. `false` where either has no number. */
export function isBelow(version: string, least: string): boolean {
  const [left, right] = [versionParts(version), versionParts(least)];
  if (left.length === 0 || right.length === 0) return false;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
