import { type EndedStage, endedStage, type PlannedStage, type RunEvent } from '@kneepoint/core';
import { type GpuLabel, gpuLabelsOf } from '../probes/gpu-panel.ts';
import type { LiveJob } from './live-job.ts';
import type { EnvironmentReader, Probes } from './ports.ts';
import type { PreparedJob } from './prepare-job.ts';

/** One sample a second is enough for a screen; the others are for those who follow the probes themselves. */
const probeMillis = 1000;

/** What is told of a job while it runs, as one run over all its turns: each turn is a run of its own that knows only its part. */
export class JobTeller {
  readonly #job: LiveJob;
  readonly #stages: readonly PlannedStage[];
  readonly #done: readonly EndedStage[];
  #held = false;
  #gpus: readonly GpuLabel[] = [];

  constructor(job: LiveJob, { stages, turns, resumed }: PreparedJob) {
    this.#job = job;
    const toCome = turns.flatMap((turn) => turn.stages);
    const missing = new Set(toCome.map(({ id }) => id));
    // Those that a resumed run brought along are done before anything starts.
    this.#stages = [...stages.filter(({ id }) => !missing.has(id)), ...toCome];
    this.#done = (resumed?.stages ?? []).filter(({ status }) => status === 'completed').map(endedStage);
  }

  /** The whole plan, before its first turn. */
  planned(): void {
    this.#job.say({ kind: 'planned', stages: this.#stages, done: this.#done });
  }

  /** What the run of a turn tells: its plan is a part of the job's, and whether it is held is for the job to say. */
  tell(event: RunEvent): void {
    if (event.kind === 'planned' || event.kind === 'held') return;
    this.#job.say(event.kind === 'stage-started' ? this.#ofTheJob(event) : event);
  }

  /** A person holds the job, or it goes on; what has been said is not said again. */
  async held(held: boolean): Promise<void> {
    if (held === this.#held) return;
    this.#held = held;
    this.#job.say({ kind: 'held', held });
    await this.#job.change({ held });
  }

  /** Tells what the probes see, until the returned function is called. */
  watch(probes: Probes, host: EnvironmentReader): () => void {
    let last = Number.NEGATIVE_INFINITY;
    host.read().then(
      (facts) => {
        this.#gpus = gpuLabelsOf(facts);
      },
      // A host that cannot be read has GPUs without names.
      () => undefined,
    );
    return probes.subscribe((sample) => {
      const now = performance.now();
      if (now - last < probeMillis) return;
      last = now;
      this.#job.say({ kind: 'probe', sample, gpus: this.#gpus });
    });
  }

  #ofTheJob(event: Extract<RunEvent, { kind: 'stage-started' }>): RunEvent {
    const position = this.#stages.findIndex(({ id }) => id === event.stage.id);
    return { ...event, position: Math.max(0, position), total: this.#stages.length };
  }
}
