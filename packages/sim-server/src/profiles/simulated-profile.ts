import type { IdealTiming } from '../engine/ideal-engine.ts';
import type { StepTime } from '../engine/step-time.ts';

/** The server whose shapes, headers and errors are spoken. */
export type SimulatedEngine = 'vllm' | 'sglang';

/** When tokens come. `ideal`: constant times for each request. `batch`: a scheduler whose steps depend on its load. */
export type SimulatedTiming =
  | ({ readonly kind: 'ideal' } & IdealTiming)
  | {
      readonly kind: 'batch';
      readonly stepTime: StepTime;
      readonly prefillTokenMicros: number;
      readonly prefillChunkTokens: number;
    };

/** GPU memory by phase, gigabytes, as a server of this profile would show it. */
export interface MemoryPhases {
  readonly emptyGigabytes: number;
  readonly loadedGigabytes: number;
  readonly inferenceGigabytes: number;
  readonly peakGigabytes: number;
}

/** Everything that makes one simulated server: plain data, so that a profile can be read, printed and varied. */
export interface SimulatedProfile {
  readonly name: string;
  readonly engine: SimulatedEngine;
  readonly engineVersion: string;
  readonly model: string;
  readonly maxModelTokens: number;
  readonly timing: SimulatedTiming;
  /** Tokens of one sequence per step (more than 1: speculative decoding). */
  readonly tokensPerStep: number;
  /** Tokens per event after the first one (SGLang's stream interval). */
  readonly streamInterval: number;
  readonly maxRunning: number;
  readonly kvCapacityTokens: number;
  readonly kvBlockTokens: number;
  readonly prefixCaching: boolean;
  /** The first tokens of each chat answer are reasoning. */
  readonly reasoningTokens: number;
  /** `/generate` sends new text only, not all text so far. */
  readonly incrementalOutput: boolean;
  /** The role event is sent when the request arrives (true) or with the first token, as engines do (false). */
  readonly roleEventAtOnce: boolean;
  /** Usage says how many prompt tokens came from the prefix cache. */
  readonly reportsCachedTokens: boolean;
  /** Speaks every dialect, also the one that this engine has not. */
  readonly servesAllRoutes: boolean;
  readonly startupSeconds: number;
  readonly memory: MemoryPhases;
}
