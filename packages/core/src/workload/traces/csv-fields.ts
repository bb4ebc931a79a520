/**
 * The fields of one CSV line, spaces around them taken off. A quoted field may hold commas and doubled quotes (RFC 4180),
 * but no line break. `null` for a quote that never ends, or text beside one.
 */
export function csvFields(line: string): readonly string[] | null {
  if (!line.includes('"')) return line.split(',').map((field) => field.trim());
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const matched = /^\s*"((?:[^"]|"")*)"\s*(,|$)/.exec(rest) ?? /^([^",]*)(,|$)/.exec(rest);
    if (matched === null) return null;
    const [whole, field = '', separator] = matched;
    fields.push(field.replaceAll('""', '"').trim());
    if (separator !== ',') return fields;
    rest = rest.slice(whole.length);
  }
}
