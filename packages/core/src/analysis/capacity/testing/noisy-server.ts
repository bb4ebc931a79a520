import type { Random } from '../../../random/create-random.ts';
import type { Trust } from '../../../result/stage-schema.ts';
import { normalQuantile } from '../../../statistics/normal.ts';
import type { LevelOutcome } from '../level-outcome.ts';

/** A server whose one latency grows with the load and crosses its limit at a level that the test knows. */
export type NoisyServer = {
  /** The level at which half of the stages keep the SLO. */
  readonly capacity: number;
  /** By how many per cent the latency grows for each per cent of load. */
  readonly steepness: number;
  /** Standard deviation of a stage's latency, as a share. */
  readonly noise: number;
};

const limitMicros = 500_000;

/** What a stage at the level brings. */
export function measureLevel(
  { capacity, steepness, noise }: NoisyServer,
  step: { readonly level: number; readonly repeat: number },
  random: Random,
): LevelOutcome {
  const uniform = (1 + random.integer(1e6 - 1)) / 1e6;
  const latency =
    limitMicros * (step.level / capacity) ** steepness * Math.exp(noise * normalQuantile(uniform));
  return exampleOutcome({ ...step, kept: latency < limitMicros, value: Math.round(latency) });
}

/** What a test says about a stage; the rest is healthy. */
export type ExampleOutcome = Pick<LevelOutcome, 'level' | 'kept'> &
  Partial<Pick<LevelOutcome, 'repeat' | 'trust' | 'tookMicros' | 'terms' | 'notCarried'>> & {
    readonly value?: number | null;
  };

/** A stage of one condition. */
export function exampleOutcome(example: ExampleOutcome): LevelOutcome {
  const { kept, value = kept === null ? null : kept ? 100_000 : 900_000 } = example;
  const limit = { unit: 'us', value: limitMicros } as const;
  return {
    repeat: 1,
    notCarried: null,
    trust: { verdict: 'valid', reasons: [] },
    tookMicros: 30e6,
    terms: [{ text: 'ttft p95 < 500ms', value, limit, kept, reason: kept === true ? null : 'a reason' }],
    level: example.level,
    kept,
    ...(example.repeat === undefined ? {} : { repeat: example.repeat }),
    ...(example.trust === undefined ? {} : { trust: example.trust }),
    ...(example.tookMicros === undefined ? {} : { tookMicros: example.tookMicros }),
    ...(example.notCarried === undefined ? {} : { notCarried: example.notCarried }),
    ...(example.terms === undefined ? {} : { terms: example.terms }),
  };
}

/** A stage that is invalid for this reason. */
export const invalidTrust = (code: string, message: string): Trust => ({
  verdict: 'invalid',
  reasons: [{ code, message, value: 1, limit: 0.5 }],
});
