import type { EndedStage } from '@kneepoint/core';
import type { LiveTarget } from '../live/live-run.ts';

/** The log of a run that is under way, and what the terminal says about it once its screen has closed. */
export type LiveLogWords = {
  /** Of a target that is the simulated server. */
  readonly simulated: string;
  /** What became of a server that an agent deploys; stands behind the target's name and a colon. */
  readonly deployment: Readonly<Record<Exclude<LiveTarget['state'], 'unknown'>, string>>;
  users(count: number): string;
  /** How requests arrive in an open loop; `rate` may be several: `2, 8`. */
  readonly arrivals: {
    rate(perSecond: string): string;
    bursts(perSecond: string, burstiness: number): string;
    ramp(from: number, to: number): string;
    trace(source: string): string;
    atOnce(count: number): string;
  };
  /** Counted from 1. */
  repeat(repeat: number): string;
  stageStarted(stage: string): string;
  stageEnded(stage: string, ended: EndedStage): string;
  readonly held: string;
  readonly released: string;
  readonly draining: string;
  readonly cutting: string;
  readonly skipped: string;
  connectionLost(reason: string): string;
  readonly connectionBack: string;
  /** The process slept, stopped by the terminal, for so many seconds. */
  suspended(seconds: number): string;
  /** The screen cannot be drawn any more; progress goes on in a line. */
  screenFailed(reason: string): string;
};
