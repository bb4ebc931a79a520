import type { RunEvent } from '@kneepoint/core';
import type { LiveGpu, LiveTarget } from './live-run.ts';

/** What those who watch a run hear: what the run tells, and what only an agent's job or this process knows of it. */
export type WatchedEvent =
  | RunEvent
  /** A server that an agent deploys for the run. */
  | {
      readonly kind: 'deployment';
      readonly target: string;
      readonly state: Exclude<LiveTarget['state'], 'unknown'>;
      readonly reason: string | null;
    }
  /** Where an agent's job is: `queued`, `measuring`, `done`, ... */
  | { readonly kind: 'state'; readonly state: string; readonly reason: string | null }
  /** A line that a deployed server wrote. */
  | { readonly kind: 'log'; readonly target: string; readonly line: string }
  | { readonly kind: 'gpus'; readonly gpus: readonly LiveGpu[] }
  /** The way to the agent: why it is lost, `null` when it is there again. */
  | { readonly kind: 'connection'; readonly lost: string | null }
  /** A person ended the run: answers in flight may end, or are cut. */
  | { readonly kind: 'ending'; readonly how: 'draining' | 'cutting' };
