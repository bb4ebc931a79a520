/**
 * Holm's step-down correction (1979) of the probabilities of one family of tests, in their order: the smallest is taken
 * times their number, the next times one less, and none ends below one before it. Where an adjusted one is at most 0.05,
 * the chance of even one wrong call among them is at most 5 %, whatever the tests have to do with each other.
 */
export function holmAdjusted(probabilities: readonly number[]): number[] {
  const order = probabilities
    .map((probability, index) => ({ probability, index }))
    .sort((one, other) => one.probability - other.probability);
  const adjusted = [...probabilities];
  let least = 0;
  for (const [rank, { probability, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, probability * (probabilities.length - rank)));
    adjusted[index] = least;
  }
  return adjusted;
}
