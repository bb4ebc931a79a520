import type { EventLog } from '../events/event-log.ts';
import type { JobHappening } from '../events/job-event.ts';
import type { Redactor } from '../policy/redact.ts';
import type { JobRecord, JobTarget } from './job-record.ts';
import { isEnded, type JobTrigger, nextState } from './job-state.ts';
import type { JobStore } from './job-store.ts';

/** What a job is kept with. */
export type JobKeeping = {
  readonly store: JobStore;
  readonly log: EventLog;
  readonly redactor: Redactor;
  /** Called with each record as it changes. */
  readonly changed: (record: JobRecord) => void;
};

/** A job that has not ended: its record, which is on disk before anything that it says is done, and its events. */
export class LiveJob {
  readonly #keeping: JobKeeping;
  #record: JobRecord;
  /** Writes of the record, one after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(record: JobRecord, keeping: JobKeeping) {
    this.#record = record;
    this.#keeping = keeping;
  }

  get record(): JobRecord {
    return this.#record;
  }

  get id(): string {
    return this.#record.id;
  }

  get redactor(): Redactor {
    return this.#keeping.redactor;
  }

  /** Where a file of the job is. */
  path(name: string): string {
    return this.#keeping.store.path(this.id, name);
  }

  /** Takes a step of the transition table; throws for one that it does not have. Other changes go with it. */
  async move(
    trigger: JobTrigger,
    changes: Partial<JobRecord> = {},
    reason: string | null = null,
  ): Promise<void> {
    const state = nextState(this.#record.state, trigger);
    if (state === null) throw new Error(`a job that is ${this.#record.state} cannot ${trigger}`);
    const times = isEnded(state) ? { endedAt: new Date().toISOString() } : {};
    await this.change({ ...changes, ...times, state });
    this.say({ kind: 'state', state, reason });
  }

  /** Changes the record, here and on disk. */
  async change(changes: Partial<JobRecord>): Promise<void> {
    const redacted = this.redactor.value(changes);
    const record = { ...this.#record, ...redacted };
    this.#record = record;
    this.#keeping.changed(record);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#keeping.store.save(record));
    await this.#writing;
  }

  /** Changes one target of the record. */
  async changeTarget(name: string, changes: Partial<JobTarget>): Promise<void> {
    const targets = this.#record.targets.map((target) =>
      target.name === name ? { ...target, ...changes } : target,
    );
    await this.change({ targets });
  }

  say(happening: JobHappening): void {
    this.#keeping.log.append(this.redactor.value(happening));
  }

  /** The job has ended: no more events. */
  async close(): Promise<void> {
    await this.#keeping.log.close();
  }
}
