const indent = '  ';

/** A plan as JSON that a person can read: what fits on a line of so many signs stands on one. */
export function planText(value: unknown, columns = 100): string {
  return written(value, '', columns);
}

function written(value: unknown, before: string, columns: number): string {
  const short = JSON.stringify(value) ?? 'null';
  if (typeof value !== 'object' || value === null) return short;
  const spaced = onOneLine(value);
  if (before.length + spaced.length <= columns) return spaced;
  const inner = `${before}${indent}`;
  const parts = Array.isArray(value)
    ? value.map((item) => written(item, inner, columns))
    : entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${written(item, inner, columns)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${before}${close}`;
}

/** What JSON would leave out is left out here too. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, item]) => item !== undefined);

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
