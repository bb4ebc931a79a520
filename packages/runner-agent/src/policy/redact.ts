/** Takes secrets out of what is logged, stored or sent. */
export type Redactor = {
  text(text: string): string;
  /** A copy of JSON data with the secrets in its texts, and the values under names that hold secrets, taken out. */
  value<Value>(value: Value): Value;
};

const removed = '[redacted]';
/** A shorter secret would take innocent words with it. */
const shortestSecret = 6;

/** Names of environment variables that hold secrets. */
const secretVariable = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)/;
const secretField = /^(authorization|proxy-authorization|cookie|(x-)?api[-_]?key|password|secret)$/i;

/** Secrets that show by their form: Hugging Face tokens, API keys, bearer headers, and what stands behind a key's flag or name. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\bhf_[A-Za-z0-9]{16,}\b/g, removed],
  [/\bsk-[A-Za-z0-9_-]{16,}/g, removed],
  [/\b(Bearer\s+)[A-Za-z0-9._~+/=-]{6,}/gi, `$1${removed}`],
  [/(--(?:api-key|hf-token|token|admin-api-key)[= ]\s*)(?!\[)[^\s"',]+/g, `$1${removed}`],
  [/\b([A-Z][A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD|API_KEY)\s*=\s*)(?!\[)[^\s"',]+/g, `$1${removed}`],
];

/** The values of an environment's variables whose names say that they are secret. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && secretVariable.test(name.toUpperCase()) ? [value] : [],
  );
}

/** Makes a redactor that also knows these secrets themselves. */
export function createRedactor(secrets: readonly string[]): Redactor {
  // The longest first: one secret may be the beginning of another.
  const known = [...new Set(secrets)]
    .filter((secret) => secret.length >= shortestSecret)
    .sort((left, right) => right.length - left.length);
  const text = (input: string): string => {
    let output = input;
    for (const secret of known) output = output.replaceAll(secret, removed);
    for (const [form, replacement] of forms) output = output.replace(form, replacement);
    return output;
  };
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return isSecretField(field) ? removed : text(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
  };
  return { text, value: <Value>(value: Value) => walk(value, '') as Value };
}

/** A variable is written in capitals: `tokenizer` or `eos_token` of a server's settings is no secret. */
const isSecretField = (field: string): boolean =>
  secretField.test(field) || (field === field.toUpperCase() && secretVariable.test(field));
