/** A request for text as a document shows it: the route, and the fields at the top level of its body. */
export type ShownRequest = {
  readonly path: '/generate' | '/v1/completions' | '/v1/chat/completions';
  readonly body: Readonly<Record<string, unknown>>;
};

const paths = ['/v1/chat/completions', '/v1/completions', '/generate'] as const;

/** The first such request of a command; `null` where it sends none, or none whose body is JSON. */
export function shownRequest(text: string): ShownRequest | null {
  const path = paths.find((known) => new RegExp(`${known}(?=[\\s"'?]|$)`).test(text));
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (path === undefined || start < 0 || end <= start) return null;
  try {
    const body: unknown = JSON.parse(text.slice(start, end + 1));
    return isFields(body) ? { path, body } : null;
  } catch {
    return null;
  }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
