/** One sample of the Prometheus text format. */
export type MetricSample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

const samplePattern = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const labelPattern = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

/**
 * Reads the Prometheus text format; lines that are no samples are passed over. Labels of every kind are kept.
 * `prefix` leaves out metrics whose names begin otherwise, before any work is done on them: a server is asked every
 * second, and most of its lines are of no use here.
 */
export function parsePrometheusText(text: string, prefix = ''): readonly MetricSample[] {
  const samples: MetricSample[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#') || !line.startsWith(prefix)) continue;
    const match = samplePattern.exec(line);
    const value = numberOf(match?.[3] ?? '');
    if (match === null || value === null) continue;
    samples.push({ name: match[1] ?? '', labels: parseLabels(match[2] ?? ''), value });
  }
  return samples;
}

/** The sum of a metric over all its label sets; `null` when the server does not have it. */
export function metricTotal(samples: readonly MetricSample[], name: string): number | null {
  const found = samples.filter((sample) => sample.name === name);
  return found.length === 0 ? null : found.reduce((sum, sample) => sum + sample.value, 0);
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(labelPattern)) {
    labels[name ?? ''] = (value ?? '').replace(/\\(.)/g, (_, escaped: string) =>
      escaped === 'n' ? '\n' : escaped,
    );
  }
  return labels;
}

function numberOf(text: string): number | null {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? null : value;
}
