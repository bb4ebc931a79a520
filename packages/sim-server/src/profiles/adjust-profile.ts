import type { SimulatedProfile, SimulatedTiming } from './simulated-profile.ts';

/** A profile made from numbers: what is given replaces the profile's own. */
export interface ProfileAdjustments {
  readonly engine?: SimulatedProfile['engine'];
  readonly model?: string;
  /** Time of a step; a batch profile then takes this for any batch. */
  readonly stepMilliseconds?: number;
  /** Time to first token without the per-token part; only of an ideal profile. */
  readonly prefillMilliseconds?: number;
  readonly promptTokenMicroseconds?: number;
  readonly alignSteps?: boolean;
  readonly tokensPerStep?: number;
  readonly streamInterval?: number;
  readonly maxRunning?: number;
  readonly maxModelTokens?: number;
  readonly kvCapacityTokens?: number;
  readonly prefixCaching?: boolean;
  readonly reasoningTokens?: number;
  readonly incrementalOutput?: boolean;
  readonly roleEventAtOnce?: boolean;
}

/** The profile with some of its numbers replaced. */
export function adjustProfile(profile: SimulatedProfile, adjustments: ProfileAdjustments): SimulatedProfile {
  const { stepMilliseconds, prefillMilliseconds, promptTokenMicroseconds, alignSteps, engine, ...rest } =
    adjustments;
  const version = engine === undefined || engine === profile.engine ? {} : engineDefaults[engine];
  return {
    ...profile,
    ...version,
    ...rest,
    timing: adjustTiming(profile.timing, adjustments),
  };
}

const engineDefaults = {
  vllm: { engine: 'vllm', engineVersion: '0.32.0' },
  sglang: { engine: 'sglang', engineVersion: '0.5.23' },
} as const;

function adjustTiming(timing: SimulatedTiming, adjustments: ProfileAdjustments): SimulatedTiming {
  const { stepMilliseconds, prefillMilliseconds, promptTokenMicroseconds, alignSteps } = adjustments;
  if (timing.kind === 'ideal') {
    return {
      ...timing,
      ...(stepMilliseconds === undefined ? {} : { stepMicros: stepMilliseconds * 1000 }),
      ...(prefillMilliseconds === undefined ? {} : { timeToFirstTokenMicros: prefillMilliseconds * 1000 }),
      ...(promptTokenMicroseconds === undefined ? {} : { promptTokenMicros: promptTokenMicroseconds }),
      ...(alignSteps === undefined ? {} : { alignSteps }),
    };
  }
  return {
    ...timing,
    ...(stepMilliseconds === undefined
      ? {}
      : { stepTime: { kind: 'table', rows: [[1, stepMilliseconds * 1000]] } }),
    ...(promptTokenMicroseconds === undefined ? {} : { prefillTokenMicros: promptTokenMicroseconds }),
  };
}
