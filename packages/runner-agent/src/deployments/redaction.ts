/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

const replacement = '[redacted]';

/** Shorter values are no secrets, and would redact half of every log. */
const shortestSecret = 6;

/** Redacts the values, line by line where a value has several, also as they stand in an address. */
export function createRedactor(secrets: readonly string[]): Redact {
  const parts = secrets
    .flatMap((secret) => [secret, ...secret.split(/\r?\n/)])
    .flatMap((part) => [part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1)])
    .filter((part) => part.length >= shortestSecret);
  // The longest first: one secret may be the beginning of another.
  const ordered = [...new Set(parts)].sort((left, right) => right.length - left.length);
  return (text) => ordered.reduce((left, part) => left.replaceAll(part, replacement), text);
}
