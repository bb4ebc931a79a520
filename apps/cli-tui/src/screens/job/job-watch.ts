import { setTimeout as delay } from 'node:timers/promises';
import { KneepointError } from '@kneepoint/core';
import { type AgentClient, type JobEvent, type JobState, reasonOf } from '@kneepoint/runner-agent/client';
import { AgentClock } from '../../live/agent-clock.ts';
import type { LiveWindow } from '../../live/live-run.ts';
import { pictureOf } from '../../live/picture-of.ts';
import { reduceRun } from '../../live/reduce-run.ts';
import { type RunState, startRun } from '../../live/run-state.ts';
import type { WatchedEvent } from '../../live/watched-event.ts';
import { watchedJobEvent } from '../../live/watched-job-event.ts';
import type { Words } from '../../words/words.ts';
import { noOwnAgent } from '../home/own-agent.ts';
import type { JobFollowing, JobView } from './job-view.ts';

/** The job that is watched, and the way to its agent: asked for again each time that the agent was gone for long. */
export type WatchedJob = {
  readonly id: string;
  readonly name: string;
  client(): Promise<AgentClient>;
  readonly words: Words;
  /** Milliseconds since the epoch. */
  now(): number;
};

/** So long one client tries to reach its agent; then it is asked for anew, because an agent may come back elsewhere. */
const patienceMillis = 15_000;
const retryMillis = 1000;

/**
 * A job of an agent as it is seen from here. What was told stays when the connection drops, and when nobody looks for a
 * while: following goes on after the last event that came.
 *
 *     connecting -> following -> ended
 *         |             |
 *         +-> failed <--+    only for what another try would not change
 */
export class JobWatch {
  readonly #job: WatchedJob;
  readonly #clock = new AgentClock();
  #run: RunState;
  #state: JobState | null = null;
  #following: JobFollowing = { kind: 'connecting', lost: null };
  #last = 0;

  constructor(job: WatchedJob) {
    this.#job = job;
    this.#run = startRun({ name: job.name, at: job.now(), words: job.words });
  }

  /** Whether nothing more will come. */
  get isOver(): boolean {
    return this.#following.kind === 'ended' || this.#following.kind === 'failed';
  }

  /** Follows the job until it ends or the returned function is called. */
  start(): () => void {
    const stop = new AbortController();
    if (!this.isOver) void this.#follow(stop.signal);
    return () => stop.abort();
  }

  /** The job at this instant; latencies over the window. */
  view(window: LiveWindow): JobView {
    const run = pictureOf(this.#run, this.#clock.now(this.#job.now()), window);
    return { following: this.#following, state: this.#state, run };
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.isOver) {
      try {
        await this.#followOnce(await this.#job.client(), signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!mayComeBack(error)) this.#following = { kind: 'failed', error };
        else {
          this.#lose(reasonOf(error));
          await delay(retryMillis, null, { signal, ref: false }).catch(() => null);
        }
      }
    }
  }

  async #followOnce(client: AgentClient, signal: AbortSignal): Promise<void> {
    const events = client.followJob(this.#job.id, {
      after: this.#last,
      signal,
      patienceMillis,
      reconnecting: (reason) => this.#lose(reason),
      connected: () => this.#connect(),
    });
    for await (const event of events) {
      if (signal.aborted) return;
      this.#take(event);
    }
    if (signal.aborted) return;
    const record = await client.job(this.#job.id);
    if (!signal.aborted) this.#following = { kind: 'ended', record };
  }

  #take(event: JobEvent): void {
    const here = this.#job.now();
    const at = this.#clock.hear(event, here) ?? this.#clock.now(here);
    // The job began when it was first told of, not when somebody looked.
    if (this.#last === 0) this.#run = { ...this.#run, startedAt: at };
    if ('id' in event) this.#last = event.id;
    if (event.kind === 'state') this.#state = event.state;
    this.#following = { kind: 'following' };
    const watched = watchedJobEvent(event);
    if (watched !== null) this.#run = reduceRun(this.#run, watched, at);
  }

  #lose(reason: string): void {
    if (this.#following.kind === 'connecting') this.#following = { kind: 'connecting', lost: reason };
    else if (this.#run.disconnected === null) this.#tell({ kind: 'connection', lost: reason });
  }

  #connect(): void {
    if (this.#run.disconnected !== null) this.#tell({ kind: 'connection', lost: null });
  }

  #tell(event: WatchedEvent): void {
    this.#run = reduceRun(this.#run, event, this.#clock.now(this.#job.now()));
  }
}

const passing: readonly string[] = [
  'agent-unreachable',
  'agent-answer',
  'agent-ends',
  'internal',
  'too-many-listeners',
  noOwnAgent,
];

/** An agent that restarts, or a proxy before it, may answer again; what it refuses it will refuse again. */
const mayComeBack = (error: unknown): boolean =>
  error instanceof KneepointError && passing.includes(error.code);
