import { createRandom, type Random } from '../../random/create-random.ts';
import { randomNormal } from '../../statistics/random-draws.ts';
import { ratioInterval } from '../../statistics/ratio-interval.ts';
import { type GateVerdict, gateVerdict, overallVerdict } from './gate-verdict.ts';

/** What is simulated: repeats a side, the spread of their logarithms, and the true change of a metric where higher is better. */
export type GateSimulation = {
  readonly repeats: number;
  readonly noise: number;
  /** -0.1 is a tenth slower. */
  readonly change: number;
  readonly allowed: number;
  /** Cells that are judged together, all with the same true change. */
  readonly cells: number;
  readonly trials: number;
  readonly seed: bigint;
};

/** Shares of the trials that ended so; together they are 1. */
export type GateRates = Readonly<Record<GateVerdict, number>>;

/** Fewer than in use: the interval over few repeats is Student's nearly always, and a simulation has many of them. */
const resamples = 100;

/** How often the gate answers what, over simulated repeats with lognormal noise: its error rates, by its own code. */
export function simulateGate(simulation: GateSimulation): GateRates {
  const random = createRandom(simulation.seed);
  const counts = { pass: 0, fail: 0, inconclusive: 0 };
  for (let trial = 0; trial < simulation.trials; trial++) {
    const verdicts = Array.from({ length: simulation.cells }, (_, cell) =>
      verdictOf(simulation, random, random.fork(trial * simulation.cells + cell)),
    );
    counts[overallVerdict(verdicts)] += 1;
  }
  const { trials } = simulation;
  return {
    pass: counts.pass / trials,
    fail: counts.fail / trials,
    inconclusive: counts.inconclusive / trials,
  };
}

function verdictOf(simulation: GateSimulation, noise: Random, bootstrap: Random): GateVerdict {
  const baseline = repeatsOf(simulation, 1, noise);
  const candidate = repeatsOf(simulation, 1 + simulation.change, noise);
  const interval = ratioInterval({ baseline, candidate }, bootstrap, resamples);
  if (interval === null) return 'inconclusive';
  return gateVerdict({ interval, better: 'higher', allowed: simulation.allowed });
}

const repeatsOf = ({ repeats, noise }: GateSimulation, median: number, random: Random): number[] =>
  Array.from({ length: repeats }, () => 100 * median * Math.exp(noise * randomNormal(random)));
