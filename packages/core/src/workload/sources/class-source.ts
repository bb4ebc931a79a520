import type { RequestClass } from '../../plan/prompt-plan.ts';
import { createRandom } from '../../random/create-random.ts';
import type { RequestSourceOptions } from '../request-source-options.ts';
import type { RequestSource } from '../workload-request.ts';
import { generatedSource } from './generated-source.ts';

/**
 * Requests of several classes in one stage: the class of request k is drawn by weight, then the request is made as in a
 * stage of that class alone. Throws a usage error for a class whose fixed length is too short.
 */
export function classSource(options: RequestSourceOptions, classes: readonly RequestClass[]): RequestSource {
  const sources = classes.map(({ name, language, inputTokens, outputTokens }) => ({
    name,
    source: generatedSource({ ...options, language, inputTokens, outputTokens }, null),
  }));
  const classOf = weightedChoice(classes.map(({ weight }) => weight));
  const draws = createRandom(options.seed).fork('request-class');
  return {
    request(index) {
      const chosen = sources[classOf(draws.fork(index).next())];
      if (chosen === undefined) throw new RangeError('a stage of request classes needs at least one');
      return { ...chosen.source.request(index), requestClass: chosen.name };
    },
  };
}

/** The place of the weight in which a share (0 to 1) of their sum falls. */
function weightedChoice(weights: readonly number[]): (share: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (share) => {
    let left = share * total;
    for (const [place, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return place;
    }
    // Sums of fractions can round past the end; a class of weight 0 is never meant.
    return weights.findLastIndex((weight) => weight > 0);
  };
}
