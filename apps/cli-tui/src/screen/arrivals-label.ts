import { type ArrivalPlan, assertNever } from '@kneepoint/core';

/** Arrivals as a person calls them: `4 requests/s`, `2 to 20 requests/s in 30 s`, `200 at once`. */
export function arrivalsLabel(arrivals: ArrivalPlan): string {
  switch (arrivals.kind) {
    case 'constant':
    case 'poisson':
      return `${arrivals.requestsPerSecond} requests/s`;
    case 'gamma':
      return `${arrivals.requestsPerSecond} requests/s with burstiness ${arrivals.burstiness}`;
    case 'ramp':
      return `${arrivals.from} to ${arrivals.to} requests/s in ${arrivals.micros / 1e6} s`;
    case 'steps':
      return `${arrivals.steps.map((step) => step.requestsPerSecond).join(', ')} requests/s`;
    case 'trace':
      return `trace ${arrivals.source}${arrivals.timeScale === 1 ? '' : ` ${arrivals.timeScale} times as fast`}`;
    case 'at-once':
      return `${arrivals.count} requests at once`;
    default:
      return assertNever(arrivals);
  }
}
