declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** A duration or an instant in microseconds; instants count from the run's zero. The stored unit of every latency. */
export type Micros = Branded<'us'>;
/** A token rate per second. */
export type TokensPerSecond = Branded<'tok/s'>;
/** A request rate per second. */
export type RequestsPerSecond = Branded<'req/s'>;

/** Says that a number is in microseconds. */
export const micros = (value: number): Micros => value as Micros;

export const microsToSeconds = (value: Micros): number => value / 1_000_000;

/** Tokens per second over a duration; `null` when the duration is not positive (a rate over no time is unknown, not zero). */
export function tokensPerSecond(count: number, duration: Micros): TokensPerSecond | null {
  return duration > 0 ? ((count / microsToSeconds(duration)) as TokensPerSecond) : null;
}

/** Requests per second over a duration; `null` when the duration is not positive. */
export function requestsPerSecond(count: number, duration: Micros): RequestsPerSecond | null {
  return duration > 0 ? ((count / microsToSeconds(duration)) as RequestsPerSecond) : null;
}
