type Fields = Readonly<Record<string, unknown>>;

/**
 * A request's body with what a person adds to it. Objects are merged field by field, so that one sampling parameter can be
 * set without losing those that make answers comparable; any other value replaces what stood there.
 */
export function mergedBody(own: Fields, extra: Fields): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...own };
  for (const [name, value] of Object.entries(extra)) {
    const known = merged[name];
    merged[name] = isFields(known) && isFields(value) ? mergedBody(known, value) : value;
  }
  return merged;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
