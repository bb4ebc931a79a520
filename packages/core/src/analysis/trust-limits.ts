import { type Micros, micros } from '../units/units.ts';

/*
 * Every threshold of the trust verdict, with its reason. A stage beyond a `suspect` limit may still be right; beyond an
 * `invalid` one it measured the client, or nothing.
 */

/** Share of a core that the busiest load worker used. From here on bursts queue in the client, though its mean still fits. */
export const busySuspectShare = 0.85;
/** Hardly any idle time is left: the client, not the server, sets the pace. */
export const busyInvalidShare = 0.95;

/** A client's delay below this is within what timers and schedulers of any host do. */
export const delayFloor: Micros = micros(1_000);
/** A delay of up to a twentieth of the median that it adds to is inside what repeats differ by anyway. */
export const delayShareOfMedian = 0.05;
/** Five times that limit is a quarter of the median: the figure says more about the client than about the server. */
export const delayInvalidFactor = 5;

/** Below a millisecond nobody would call a first token or a gap late. */
export const readWaitFloor: Micros = micros(1_000);

/** One wake-up in a hundred may come a scheduler's time slice late on a host with other work: seen in the tail, not in the means. */
export const delayInvalidFloor: Micros = micros(20_000);
/** A p99 delay of twice the median moves the mean of what it adds to by some hundredths; beyond it, the tail is the client's own. */
export const rareDelayMedians = 2;

/** More than a hundredth of the time in collections of garbage: then the slowest hundredth of all marks may be theirs. */
export const pausedSuspectShare = 0.01;

/** A load in which more than a tenth of the requests open a connection is a test of handshakes as well. */
export const connectionWaitsSuspectShare = 0.1;

/** Timers fire up to a millisecond late, and a few arrivals that fall together wait for one another. */
export const startLagFloor: Micros = micros(2_000);

/** Failed requests use less of the server than answered ones, so beyond one in a hundred the load was another one. */
export const errorSuspectRate = 0.01;
/** More failures than answers: what was left over is no sample of the server. */
export const errorInvalidRate = 0.5;

/** Arrivals that were never sent: beyond one in a hundred the planned rate was not offered. */
export const droppedSuspectShare = 0.01;

/** Cold requests are worth a word where they took more than twice as long as warm ones ... */
export const coldFactor = 2;
/** ... and by more than a person would notice; a new connection alone stays below. */
export const coldDifference: Micros = micros(100_000);

/** Under a second a single pause of the host is a tenth of the window ... */
export const shortWindow: Micros = micros(1_000_000);
/** ... unless every user had a few requests in it, so that the rates average over something. */
export const shortWindowRequestsPerUser = 3;
/** A window in which not every user finished one request prefers the short answers, whatever its length. */
export const leastRequestsPerUser = 1;

/** A tenth fewer requests in flight than users is another level of load. */
export const concurrencyHeldShare = 0.9;
