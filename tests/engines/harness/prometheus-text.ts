/** One sample of the Prometheus text format, e.g. `name{label="value"} 12.5`. */
export interface PrometheusSample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

const sampleLine = /^([A-Za-z_:][A-Za-z0-9_:]*)(?:\{(.*)\})?[ \t]+(\S+)(?:[ \t]+-?\d+)?$/;
const label = /([A-Za-z_][A-Za-z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

function sampleValue(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  return Number(text);
}

function labelsOf(text: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [, name = '', quoted = ''] of text.matchAll(label)) {
    labels.set(
      name,
      quoted.replace(/\\(.)/g, (whole, escaped: string) => escapes[escaped] ?? whole),
    );
  }
  return labels;
}

/** The samples of a `/metrics` answer in its order. Comments are passed over; any other odd line throws. */
export function parsePrometheusText(text: string): readonly PrometheusSample[] {
  const samples: PrometheusSample[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, labels, value] = sampleLine.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not a Prometheus sample: ${line}`);
    samples.push({ name, labels: labelsOf(labels ?? ''), value: sampleValue(value) });
  }
  return samples;
}

/** The sum of a family over all its label sets; null when the server does not have it (yet). */
export function familyTotal(samples: readonly PrometheusSample[], name: string): number | null {
  const values = samples.filter((sample) => sample.name === name).map((sample) => sample.value);
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}
