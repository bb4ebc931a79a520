/** How values lie on an axis. */
export type ScaleKind = 'linear' | 'log';

/** An axis: its domain, its ticks, and where a value lies between its ends, 0 to 1. */
export type Scale = {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly share: (value: number) => number;
};

/** From here on the largest value is so many times the smallest that a logarithmic scale shows more than a linear one. */
const logarithmicRange = 30;
const mostLogTicks = 9;

/** The kind of scale for values: linear unless they lie too far apart, or one of them is zero. */
export function scaleKindFor(values: readonly number[]): ScaleKind {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length > 1 && low > 0 && high / low > logarithmicRange ? 'log' : 'linear';
}

/** The scale of the values: from zero to a whole tick above them, or from a round number below to one above. */
export function scaleOf(kind: ScaleKind, values: readonly number[]): Scale {
  return kind === 'log' ? logScale(values) : linearScale(values);
}

function linearScale(values: readonly number[]): Scale {
  const maximum = Math.max(0, ...values);
  const step = niceStep(maximum);
  const count = Math.max(1, Math.ceil(maximum / step - 1e-9));
  const high = step * count;
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { low: 0, high, ticks, share: (value) => value / high };
}

/** 1, 2 or 5 times a power of ten, so that four to eight steps reach the maximum. */
function niceStep(maximum: number): number {
  if (maximum <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(maximum / 4));
  const fraction = maximum / 4 / power;
  return power * (fraction >= 5 ? 5 : fraction >= 2 ? 2 : 1);
}

function logScale(values: readonly number[]): Scale {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const candidates: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(greatest)); power++) {
    for (const digit of [1, 2, 5]) candidates.push(digit * 10 ** power);
  }
  const low = candidates.findLast((tick) => tick <= least) ?? least;
  const high = candidates.find((tick) => tick >= greatest) ?? greatest;
  const inside = candidates.filter((tick) => tick >= low && tick <= high);
  const decades = inside.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6));
  const range = Math.log(high / low);
  return {
    low,
    high,
    ticks: inside.length > mostLogTicks ? decades : inside,
    share: (value) => Math.log(value / low) / range,
  };
}
