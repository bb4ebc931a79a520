import { type Flight, unset } from '../transport/flight.ts';
import { LatencyHistogram } from './latency-histogram.ts';

/** The lengths of completed requests in tokens, as they were counted: what was really sent and received. */
export class LengthTally {
  readonly input = new LatencyHistogram();
  readonly output = new LatencyHistogram();

  take(flight: Flight): void {
    if (flight.inputTokens !== unset) this.input.record(flight.inputTokens);
    if (flight.outputTokens !== unset) this.output.record(flight.outputTokens);
  }
}
