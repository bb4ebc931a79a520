/** Every certified bound and every sample rule holds with this probability of being wrong. */
export const percentileRisk = 0.01;
/** Intervals of means and ratios cover with this probability. */
export const intervalConfidence = 0.95;
