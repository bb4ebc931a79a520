import type { Figure } from '@kneepoint/core';
import { gapPeriods } from './sample-gaps.ts';
import { isInside, type ProbeSpan, type SamplePoint } from './sample-points.ts';

/** The samples of one GPU's energy counter (joules) and of its power (watts). */
export type PowerPoints = { readonly energy: readonly SamplePoint[]; readonly power: readonly SamplePoint[] };

/** Below this share of the span seen, what is not seen could change the figure by more than a tenth. */
const leastCovered = 0.9;

type Seen = { readonly joules: number; readonly micros: number };

/**
 * Energy of a span in joules, derived. By the counter: its growth between the first and the last sample inside, which
 * no gap harms. Else by the power samples: the trapezoids between neighbours, none across a gap. Either covers a little
 * less than the span, so it is scaled to the span's length; where it covers less than nine tenths, it is unknown.
 */
export function energyOfSpan(points: PowerPoints, span: ProbeSpan, periodMicros: number): Figure {
  const length = span.end - span.start;
  const seen = byCounter(known(points.energy, span)) ?? byPower(known(points.power, span), periodMicros);
  if (seen === null || length <= 0)
    return unknown('J', 'neither energy nor power was sampled twice in this span');
  if (seen.micros < leastCovered * length) {
    const share = Math.round((seen.micros / length) * 100);
    return unknown('J', `samples cover ${share} % of the span, less than ${leastCovered * 100} %`);
  }
  return derived('J', (seen.joules * length) / seen.micros);
}

/** Energy of all GPUs per output token of the same span, in joules; unknown where any part of it is. */
export function energyPerToken(energies: readonly Figure[], outputTokens: number | null): Figure {
  const missing = energies.find(({ value }) => value === null);
  if (energies.length === 0) return unknown('J/token', 'no GPU was sampled');
  if (missing !== undefined) return unknown('J/token', missing.reason ?? 'the energy is unknown');
  if (outputTokens === null) return unknown('J/token', 'the number of output tokens is unknown');
  if (outputTokens === 0) return unknown('J/token', 'there was no output token');
  return derived('J/token', energies.reduce((sum, { value }) => sum + (value ?? 0), 0) / outputTokens);
}

type Told = { readonly at: number; readonly value: number };

const known = (points: readonly SamplePoint[], span: ProbeSpan): Told[] =>
  points.flatMap((point) =>
    point.value === null || !isInside(point, span) ? [] : [{ at: point.at, value: point.value }],
  );

/** `null` with fewer than two samples, and where the counter fell: the driver was loaded anew. */
function byCounter(points: readonly Told[]): Seen | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at || last.value < first.value)
    return null;
  return { joules: last.value - first.value, micros: last.at - first.at };
}

function byPower(points: readonly Told[], periodMicros: number): Seen | null {
  let joules = 0;
  let micros = 0;
  points.slice(1).forEach((point, position) => {
    const before = points[position] ?? point;
    const between = point.at - before.at;
    if (between > gapPeriods * periodMicros) return;
    joules += (((before.value + point.value) / 2) * between) / 1e6;
    micros += between;
  });
  return micros > 0 ? { joules, micros } : null;
}

const derived = (unit: string, value: number): Figure => ({ kind: 'derived', unit, value, reason: null });
const unknown = (unit: string, reason: string): Figure => ({ kind: 'unknown', unit, value: null, reason });
