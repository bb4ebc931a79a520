/*
 * Every number of the rules about steadiness, with its reason. The error rates that come of them are simulated in the
 * tests beside the rules.
 */

/** Blocks that a stretch is cut into where only a clear rise or fall matters. */
export const warmupBlocks = 4;
/** Blocks of a regression: six degrees of freedom are left for the noise. */
export const regressionBlocks = 8;

/** A change of throughput by less is what repeats of a stage differ by anyway. */
export const throughputDrift = 0.1;
/** First-token times spread more than throughput does: a queue of three is three times a queue of one. */
export const firstTokenDrift = 0.25;

/** Shorter blocks would show the watcher's own tick (a tenth of a second) as a change of throughput. */
export const leastBlockSeconds = 0.75;
/** Fewer requests in a block say more about their lengths than about the server ... */
export const leastCompletedPerBlock = 5;
/** ... and so do blocks in which less than half of those in flight could end: users who began together end together. */
export const turnsPerBlock = 0.5;

/** One in a thousand straight lines through independent noise rises so clearly, another one falls so. */
export const trendProbability = 0.999;

/** A queue's first quarter fills the server; what counts is what comes after it. */
export const fillUpShare = 0.25;
/** Fewer answers cannot tell a burst of arrivals from a rate that is too high. */
export const leastCompletedToJudge = 30;
/** A server that answers 95 % of the planned rate may still be catching up. */
export const answeredShare = 0.95;
/** Standard deviations of a Poisson count that the missing answers must be worth; a burst in a stable queue stays below. */
export const burstDeviations = 2.5;
/** The queue's rise over the time that is judged, as a share of its mean. */
export const queueRise = 0.25;
/** A server that still fills up gives more tokens the more requests it holds; a saturated one gives no more. */
export const fillUpGain = 0.2;
