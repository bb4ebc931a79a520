/**
 * Why a pattern may not be used on a server's log, or `null`. A log is long and not ours, so a match must cost no more
 * than a fixed number of steps at each character: every repetition is bounded, nothing looks around or back, and a
 * pattern starts with `^` or with letters that are rare in a log, so that it fails at once almost everywhere.
 */
export function logPatternProblem(pattern: string): string | null {
  const bare = pattern.replace(/\\./g, '_').replace(/\[(?:[^\]\\])+\]/g, '_');
  if (/[*+]/.test(bare)) return 'repeats without a bound; write {0,80} instead of * or +';
  if (/\{\d+,\}/.test(bare)) return 'repeats without a bound; give both numbers, {0,80}';
  if (/\(\?[=!<]/.test(pattern)) return 'looks around; match the text itself';
  if (/\\[1-9k]/.test(pattern)) return 'refers back to a group';
  if (/\)\{\d+(?:,\d{2,}|,[4-9])\}/.test(bare)) return 'repeats a group more than three times';
  for (const [, most] of bare.matchAll(/\{\d+,(\d+)\}/g)) {
    if (Number(most) > 200) return 'repeats more than 200 times';
  }
  if (literalBeginning(pattern) < 4) return 'must start with ^ or with at least four plain characters';
  return compiles(pattern);
}

/** Plain characters in front; an alternative of whole words counts with its shortest. `^` needs none. */
function literalBeginning(pattern: string): number {
  if (pattern.startsWith('^')) return 4;
  const group = /^\(\?:([^()]*)\)/.exec(pattern);
  const parts = group?.[1] === undefined ? [pattern] : group[1].split('|');
  return Math.min(
    ...parts.map((part) => /^(?:\\[^\w]|\[[A-Za-z]{2}\]|[\w '":./=-])*/.exec(part)?.[0].length ?? 0),
  );
}

function compiles(pattern: string): string | null {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
