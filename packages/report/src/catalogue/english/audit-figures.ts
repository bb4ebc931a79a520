import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { auditMetric, identityNames, sumNames } from './audit-names.ts';

const formats = createFormats('en');
const { stated, brief, limitShare, percentile } = createAuditNumbers('en', formats);
const rate = formats.rateNumber;

/** Findings about figures in English: contradictions, physics, statistics. */
export const englishAuditFigures = {
  'single-user-slower-than-shared': {
    says: ({ target, singleTokensPerSecond, shared, languages, steadyTokensPerSecond, coldStart }) => {
      const against = [
        ...(shared === null
          ? []
          : [
              `${rate(shared.perUserTokensPerSecond)} tok/s per user at ${formats.count(shared.users)} users`,
            ]),
        ...(languages === null
          ? []
          : [`${brief(languages.low)} to ${brief(languages.high)} tok/s in the language test`]),
      ];
      const cold =
        coldStart === null
          ? ''
          : ` Its ${formats.count(coldStart.tokens)} tokens took ${stated(coldStart.seconds)} s; at ${brief(steadyTokensPerSecond)} tok/s they take ${brief(coldStart.steadySeconds)} s, so about ${brief(coldStart.unexplainedSeconds)} s are something else.`;
      return `${target} is given as ${stated(singleTokensPerSecond)} tok/s for a single user, against ${against.join(' and ')}: the single-user figure is no steady state but most likely a cold start.${cold}`;
    },
    todo: () =>
      'Measure the single user again after a warm-up, several times, and leave the first request out.',
  },
  'winner-rests-on-cold-number': {
    says: ({
      winner,
      loser,
      coldTokensPerSecond,
      steadyTokensPerSecond,
      winnerTokensPerSecond,
      statements,
    }) =>
      `${statements === 1 ? 'A statement' : `${formats.count(statements)} statements`} on who is faster for one user, and from how many on, ${statements === 1 ? 'rests' : 'rest'} on one cold figure of ${loser} (${stated(coldTokensPerSecond)} tok/s). With its ${brief(steadyTokensPerSecond)} tok/s from elsewhere in the document it is ahead of ${winner}'s ${stated(winnerTokensPerSecond)}.`,
    todo: ({ winner, loser }) =>
      `Do not call ${winner} faster for a single user before ${loser} was measured warm.`,
  },
  'crossover-against-table': {
    says: ({ winner, other, statedUsers, tableUsers, steady }) =>
      `${winner} is said to lead from ${stated(statedUsers)} users on; ${
        tableUsers === null
          ? `the table's levels have no crossover with ${other}`
          : `between the table's levels it overtakes ${other} at ${brief(tableUsers)} users`
      }${
        steady === null
          ? ''
          : `, and with the steady single-user speed ${steady.users === null ? 'there is no crossover at all' : `at ${brief(steady.users)} users`}`
      }.`,
    todo: () => 'State the interpolated crossover with its interval, or measure the levels around it.',
  },
  'claim-against-table': {
    says: ({ metric, users, statedWinner, statedFactor, tableWinner, tableFactor }) =>
      `${statedWinner} is said to be better${statedFactor === null ? '' : ` by a factor of ${stated(statedFactor)}`} in ${auditMetric(metric)}${users === null ? '' : ` at ${formats.count(users)} ${users === 1 ? 'user' : 'users'}`}; the figures say ${tableWinner} by ${stated(tableFactor)}.`,
    todo: () => 'Correct the statement or the figure.',
  },
  'figures-do-not-follow': {
    says: ({ identity, stated: written, derived, unit }) =>
      `${identityNames[identity]}: stated as ${rate(written)} ${unit}, but the other figures give ${rate(derived)} ${unit}.`,
    todo: () => 'Take all figures of a level from the same requests and the same window.',
  },
  'counts-do-not-add-up': {
    says: ({ sum, whole, parts }) =>
      `${sumNames[sum]}: ${formats.count(whole)} on the one side, ${formats.count(parts)} on the other.`,
    todo: () => 'Find the requests that were lost or counted twice before using any figure of this stage.',
  },
  'ratio-does-not-follow': {
    says: ({ baseline, candidate, metric, stated: written, derived }) =>
      `The ratio of ${candidate} to ${baseline} in ${auditMetric(metric)} is given as ${stated(written)}; the two figures give ${stated(derived)}.`,
    todo: () => 'Compute the ratio from the figures that are shown.',
  },
  'linear-scaling-claim': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser, share }) =>
      `${target} is said to scale linearly; at ${formats.count(toUsers)} users each reaches ${formats.share(share)} of the speed at ${formats.count(fromUsers)} (${rate(toPerUser)} against ${rate(fromPerUser)} tok/s).`,
    todo: () => 'Say how much of linear scaling is reached, and up to how many users.',
  },
  'saturation-claim': {
    says: ({ target, fromUsers, fromThroughput, toUsers, toThroughput, gain }) =>
      `${target} is said to saturate after ${formats.count(fromUsers)} users; it still gains ${formats.share(gain)} from ${formats.count(fromUsers)} to ${formats.count(toUsers)} (${rate(fromThroughput)} to ${rate(toThroughput)} tok/s).`,
    todo: () => 'Call saturation only the level from which more users bring no more.',
  },
  'per-user-speed-rises': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser }) =>
      `A user of ${target} gets ${rate(fromPerUser)} tok/s among ${formats.count(fromUsers)} and ${rate(toPerUser)} tok/s among ${formats.count(toUsers)}.`,
    todo: () => 'Measure both levels again with a warm-up, equal lengths and prompts that are not cached.',
  },
  'above-physical-limit': {
    says: ({ target, phase, users, measured, limit, boundBy }) =>
      `${target} is given ${rate(measured)} tok/s of ${phase} with ${formats.count(users)} ${users === 1 ? 'user' : 'users'}; the ${boundBy === 'bandwidth' ? 'memory bandwidth' : 'arithmetic'} of this hardware allows ${rate(limit)} tok/s at most.`,
    todo: () =>
      'Check how tokens were counted, whether answers came from a cache, and which model, type and GPU ran.',
  },
  'memory-below-weights': {
    says: ({ target, bytes, weightBytes }) =>
      `${target} is given ${formats.bytes(bytes)} of memory, but its weights alone are ${formats.bytes(weightBytes)}.`,
    todo: () => 'Check the model, its number type, and of which device the memory was read.',
  },
  'memory-above-gpu': {
    says: ({ target, bytes, gpuBytes }) =>
      `${target} is given ${formats.bytes(bytes)} of memory; the GPUs have ${formats.bytes(gpuBytes)}.`,
    todo: () => 'Check the unit, and whether the figure is of the GPU.',
  },
  'start-faster-than-weights': {
    says: ({ target, seconds, weightBytes, leastSeconds }) =>
      `${target} is given ${stated(seconds)} s to start; reading its ${formats.bytes(weightBytes)} of weights takes ${stated(leastSeconds)} s at least.`,
    todo: () =>
      'Say whether the weights were in the page cache, and from when to when the start was counted.',
  },
  'share-of-limit': {
    says: ({ target, limit, weightBytes, bandwidth, speeds }) =>
      `${target}, single user: ${speeds.map(({ tokensPerSecond, share }) => `${stated(tokensPerSecond)} tok/s is ${limitShare(share)}`).join(', ')} of the physical limit of ${rate(limit)} tok/s${
        weightBytes === null || bandwidth === null
          ? ''
          : ` (${formats.bytes(weightBytes)} of weights at ${formats.count(bandwidth / 1e9)} GB/s)`
      }.`,
    todo: () =>
      'Nothing has to be done. Where it is far below that of another engine, look for what costs the time.',
  },
  'percentiles-out-of-order': {
    says: ({ metric, lower, lowerMicros, upper, upperMicros }) =>
      `${auditMetric(metric)}: ${lower} is ${formats.duration(lowerMicros)}, above ${upper} with ${formats.duration(upperMicros)}.`,
    todo: () => 'Take all percentiles from one distribution.',
  },
  'mean-outside-range': {
    says: ({ metric, mean, min, max }) =>
      `${auditMetric(metric)}: the mean of ${formats.duration(mean)} is ${max !== null && mean > max ? `above the largest value, ${formats.duration(max)}` : `below the smallest value, ${formats.duration(min ?? 0)}`}.`,
    todo: () => 'Check the units and the set of requests.',
  },
  'winner-inside-noise': {
    says: ({ winner, factor, interval }) =>
      `${winner} is called the winner by a factor of ${stated(factor)}, ${interval === null ? 'without repeats, which is within what single runs differ by' : `although the interval of the ratio, ${stated(interval.low)} to ${stated(interval.high)}, holds 1`}.`,
    todo: () => 'Say "no significant difference", or measure more repeats.',
  },
  'percentile-without-samples': {
    says: ({ metric, percentile: share, samples, required, cells }) =>
      `${percentile(share)} of ${auditMetric(metric)} is printed from ${formats.count(samples)} samples; it needs ${formats.count(required)}.${cells === 1 ? '' : ` The same holds for ${formats.count(cells - 1)} more.`}`,
    todo: () => 'Measure more requests, or print a lower percentile.',
  },
  'no-repeats': {
    says: ({ stages }) =>
      `Everything was measured once (${formats.count(stages)} ${stages === 1 ? 'measurement' : 'measurements'}, no repeats): no figure has an interval.`,
    todo: () => 'Measure at least three repeats, the targets in turns.',
  },
} satisfies Partial<AuditRuleWords>;
