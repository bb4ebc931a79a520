import { type EngineLoad, type EngineSequence, type TokenEngine, tokensDue } from './token-engine.ts';

/** A server without surprises: each request has a constant time to first token and a constant step, whatever else runs. */
export interface IdealTiming {
  readonly timeToFirstTokenMicros: number;
  readonly stepMicros: number;
  /** Added to the time to first token for each prompt token. */
  readonly promptTokenMicros: number;
  /** All first tokens fall on one grid of steps, so that the streams advance together as a batch does. */
  readonly alignSteps: boolean;
}

/** The limits of an ideal engine beside its timing. */
export interface IdealEngineOptions {
  readonly timing: IdealTiming;
  readonly tokensPerStep: number;
  readonly streamInterval: number;
  readonly maxRunning: number;
}

interface Slot {
  readonly sequence: EngineSequence;
  due: number;
  produced: number;
  sent: number;
  cancelled: boolean;
}

/**
 * Token k of a request is planned at admission + time to first token + k * step, so nothing drifts.
 * Two queues ordered by due time: prefilling slots and decoding ones. As the step is the same for all and slots are
 * taken in planned order, a decoding slot's next instant belongs at the end: sorting it in from there costs nothing.
 */
export class IdealEngine implements TokenEngine {
  private readonly options: IdealEngineOptions;
  private readonly slots = new Map<EngineSequence, Slot>();
  private readonly waiting: EngineSequence[] = [];
  private readonly prefilling: Slot[] = [];
  private decoding: Slot[] = [];
  private decodingHead = 0;

  constructor(options: IdealEngineOptions) {
    this.options = options;
  }

  submit(sequence: EngineSequence, nowMicros: number): void {
    if (this.slots.size >= this.options.maxRunning) this.waiting.push(sequence);
    else this.admit(sequence, nowMicros);
  }

  cancel(sequence: EngineSequence): void {
    const slot = this.slots.get(sequence);
    if (slot === undefined) {
      const index = this.waiting.indexOf(sequence);
      if (index >= 0) this.waiting.splice(index, 1);
      return;
    }
    // The slot stays where it is; the place it held is given away when its instant comes.
    slot.cancelled = true;
  }

  nextInstant(): number {
    return this.nextSlot()?.due ?? Number.POSITIVE_INFINITY;
  }

  advance(nowMicros: number, mostSteps = Number.POSITIVE_INFINITY): void {
    for (let steps = 0; steps < mostSteps; steps++) {
      const slot = this.nextSlot();
      if (slot === undefined || slot.due > nowMicros) return;
      if (slot === this.prefilling[0]) this.prefilling.shift();
      else this.takeDecoding();
      this.step(slot);
    }
  }

  load(): EngineLoad {
    return {
      running: this.slots.size,
      waiting: this.waiting.length,
      kvUsedTokens: 0,
      kvCapacityTokens: 0,
      preemptions: 0,
      prefixQueriedTokens: 0,
      prefixHitTokens: 0,
    };
  }

  clearPrefixCache(): boolean {
    return this.slots.size === 0 && this.waiting.length === 0;
  }

  private nextSlot(): Slot | undefined {
    const prefill = this.prefilling[0];
    const decode = this.decoding[this.decodingHead];
    if (prefill === undefined) return decode;
    return decode === undefined || prefill.due < decode.due ? prefill : decode;
  }

  private takeDecoding(): void {
    this.decodingHead += 1;
    if (this.decodingHead < 1024 || this.decodingHead * 2 < this.decoding.length) return;
    this.decoding = this.decoding.slice(this.decodingHead);
    this.decodingHead = 0;
  }

  private admit(sequence: EngineSequence, nowMicros: number): void {
    const { timeToFirstTokenMicros, promptTokenMicros, stepMicros, alignSteps } = this.options.timing;
    const ready = nowMicros + timeToFirstTokenMicros + promptTokenMicros * sequence.promptTokens;
    const due = alignSteps ? Math.ceil(ready / stepMicros) * stepMicros : ready;
    const slot: Slot = { sequence, due, produced: 0, sent: 0, cancelled: false };
    this.slots.set(sequence, slot);
    insertByDue(this.prefilling, slot, 0);
    sequence.onAdmitted(nowMicros, 0);
  }

  private step(slot: Slot): void {
    const { sequence, due: planned } = slot;
    if (slot.cancelled) {
      this.release(sequence, planned);
      return;
    }
    const tokens = slot.produced === 0 ? 1 : this.options.tokensPerStep;
    slot.produced = Math.min(sequence.outputTokens, slot.produced + tokens);
    const isLast = slot.produced >= sequence.outputTokens;
    const count = tokensDue(slot.produced, slot.sent, isLast, this.options.streamInterval);
    slot.sent += count;
    if (isLast) this.release(sequence, planned);
    else {
      slot.due = planned + this.options.timing.stepMicros;
      insertByDue(this.decoding, slot, this.decodingHead);
    }
    if (count > 0 || isLast) sequence.onTokens(count, isLast, planned);
  }

  private release(sequence: EngineSequence, plannedMicros: number): void {
    this.slots.delete(sequence);
    const next = this.waiting.shift();
    if (next !== undefined) this.admit(next, plannedMicros);
  }
}

/**
 * Sorts a slot in from the end, behind others of the same instant, and never before `head`: what stands there was taken. A
 * request that was read long after it had come is due before all others.
 */
function insertByDue(queue: Slot[], slot: Slot, head: number): void {
  let index = queue.length;
  while (index > head && (queue[index - 1]?.due ?? 0) > slot.due) index -= 1;
  if (index === queue.length) queue.push(slot);
  else queue.splice(index, 0, slot);
}
