import { placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { type ColdSingleUser, coldSingleUsers } from '../reading/cold-single-user.ts';

/** Speeds in tokens per second; the time of an answer as measured, and at the steady speed. */
export type SlowSingleUser = {
  readonly target: string;
  readonly singleTokensPerSecond: number;
  readonly shared: { readonly users: number; readonly perUserTokensPerSecond: number } | null;
  readonly languages: { readonly low: number; readonly high: number } | null;
  readonly steadyTokensPerSecond: number;
  /** `null` where the length or the time of an answer is not known. */
  readonly coldStart: {
    readonly tokens: number;
    readonly seconds: number;
    readonly steadySeconds: number;
    readonly unexplainedSeconds: number;
  } | null;
};

/** One user alone is slower than the same user among others, or than one user in the language test. */
export const singleUserSlowerThanShared: AuditRule<'single-user-slower-than-shared', SlowSingleUser> = {
  code: 'single-user-slower-than-shared',
  severity: 'error',
  explanation:
    'A decode step for one user never takes longer than one for several. A single user who is slower than a user among others was measured while something else went on, most often a cold start: loading, compiling, capturing graphs, filling caches.',
  reference: {
    basis:
      'per-user speed = output throughput / users, and seconds = tokens / speed, from figures of the same document',
    addresses: [],
  },
  find: (result) =>
    coldSingleUsers(result).map((cold) => ({
      where: cold.single.stages.map(placeOf).slice(0, 1),
      evidence: evidenceOf(cold),
    })),
};

function evidenceOf({ target, single, shared, languages, steady }: ColdSingleUser): SlowSingleUser {
  const { tokens, seconds } = single;
  const steadySeconds = tokens === null ? null : tokens / steady;
  return {
    target,
    singleTokensPerSecond: single.speed,
    shared: shared === null ? null : { users: shared.level.users, perUserTokensPerSecond: shared.perUser },
    languages: languages === null ? null : { low: languages.low, high: languages.high },
    steadyTokensPerSecond: steady,
    coldStart:
      tokens === null || seconds === null || steadySeconds === null
        ? null
        : { tokens, seconds, steadySeconds, unexplainedSeconds: seconds - steadySeconds },
  };
}
