import { expect, test } from 'vitest';
import { createRandom } from '../../random/create-random.ts';
import { measureLevel, type NoisyServer } from './testing/noisy-server.ts';
import { searchWith } from './testing/run-search.ts';

/** How searches with noise end: share within 5 % of the truth, mean and most stages. */
function simulated(name: string, server: Omit<NoisyServer, 'capacity'>, repeats: number) {
  const count = 300;
  const found = Array.from({ length: count }, (_, seed) => {
    const random = createRandom(`${name}/${seed}`);
    const capacity = 4 * 100 ** random.next();
    const { steps, verdict } = searchWith(
      (level, repeat) => measureLevel({ capacity, ...server }, { level, repeat }, random),
      { vary: 'rate', minimum: 0.1, maximum: 4096, repeats },
    );
    // Kept levels lie up to one resolution below the truth, and rates have three digits.
    const error = (verdict.highestKept ?? 0) / capacity;
    return { stages: steps.length, isClose: error < 1.05 && error > 1 / 1.075 };
  });
  return {
    close: found.filter(({ isClose }) => isClose).length / count,
    meanStages: found.reduce((sum, { stages }) => sum + stages, 0) / count,
    mostStages: Math.max(...found.map(({ stages }) => stages)),
  };
}

test.each([
  // noise, best of, share within 5 % of the truth, stages in the mean
  [0, 3, 1, 11.5],
  [0.03, 3, 0.99, 12.5],
  [0.05, 1, 0.95, 10],
  [0.05, 3, 0.98, 13],
  [0.1, 3, 0.9, 14],
  [0.1, 5, 0.93, 18],
])(
  'a latency that grows with the square of the load, noise %f, best of %i: at least %f are right, in %f stages or fewer',
  (noise, repeats, close, stages) => {
    const found = simulated(`square ${noise} ${repeats}`, { steepness: 2, noise }, repeats);
    expect(found.close).toBeGreaterThanOrEqual(close);
    expect(found.meanStages).toBeLessThanOrEqual(stages);
    expect(found.mostStages).toBeLessThanOrEqual(40);
  },
);
