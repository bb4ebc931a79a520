import { KvPool } from './kv-pool.ts';
import { type StepTime, stepMicros } from './step-time.ts';
import { type EngineLoad, type EngineSequence, type TokenEngine, tokensDue } from './token-engine.ts';

/** A continuous-batching scheduler in numbers. */
export interface BatchEngineOptions {
  readonly stepTime: StepTime;
  /** Prefill time per prompt token that is not in the prefix cache. */
  readonly prefillTokenMicros: number;
  /** Prompt tokens that one step prefills at most; longer prompts take several steps. */
  readonly prefillChunkTokens: number;
  readonly tokensPerStep: number;
  readonly streamInterval: number;
  readonly maxRunning: number;
  readonly kvCapacityTokens: number;
  readonly kvBlockTokens: number;
  readonly prefixCaching: boolean;
}

interface Slot {
  readonly sequence: EngineSequence;
  /** Prompt (and, after a preemption, already produced) tokens still to be computed before the next token. */
  prefillLeft: number;
  /** Tokens that this step prefills. */
  chunk: number;
  produced: number;
  sent: number;
  privateBlocks: number;
  held: readonly number[];
  admittedOnce: boolean;
}

/**
 * Steps follow each other without a gap while there is work:
 *
 *     |-- step: prefill chunks + one decode of the batch --|-- step --|
 *     ^ admission from the queue                           ^ tokens go out here, planned instant
 *
 * A sequence whose prefill completes in a step gets its first token at that step's end. When the KV cache is full, the
 * sequence admitted last is preempted: its blocks are freed and it goes to the head of the queue to be computed anew.
 */
export class BatchEngine implements TokenEngine {
  private readonly options: BatchEngineOptions;
  private readonly pool: KvPool;
  private waiting: Slot[] = [];
  private running: Slot[] = [];
  private stepEnd = Number.POSITIVE_INFINITY;
  private preemptions = 0;
  private prefixQueriedTokens = 0;
  private prefixHitTokens = 0;

  constructor(options: BatchEngineOptions) {
    this.options = options;
    this.pool = new KvPool(Math.floor(options.kvCapacityTokens / options.kvBlockTokens));
  }

  submit(sequence: EngineSequence, nowMicros: number): void {
    this.waiting.push({
      sequence,
      prefillLeft: sequence.promptTokens,
      chunk: 0,
      produced: 0,
      sent: 0,
      privateBlocks: 0,
      held: [],
      admittedOnce: false,
    });
    if (this.stepEnd === Number.POSITIVE_INFINITY) this.startStep(nowMicros);
  }

  cancel(sequence: EngineSequence): void {
    const slot = this.running.find((candidate) => candidate.sequence === sequence);
    if (slot !== undefined) this.freeMemory(slot);
    this.running = this.running.filter((candidate) => candidate !== slot);
    this.waiting = this.waiting.filter((candidate) => candidate.sequence !== sequence);
  }

  nextInstant(): number {
    return this.stepEnd;
  }

  advance(nowMicros: number): void {
    while (this.stepEnd <= nowMicros) this.endStep(this.stepEnd);
  }

  load(): EngineLoad {
    return {
      running: this.running.length,
      waiting: this.waiting.length,
      kvUsedTokens: this.pool.heldBlocks * this.options.kvBlockTokens,
      kvCapacityTokens: this.pool.capacityBlocks * this.options.kvBlockTokens,
      preemptions: this.preemptions,
      prefixQueriedTokens: this.prefixQueriedTokens,
      prefixHitTokens: this.prefixHitTokens,
    };
  }

  clearPrefixCache(): boolean {
    if (this.running.length > 0 || this.waiting.length > 0) return false;
    this.pool.clearCache();
    return true;
  }

  private startStep(startMicros: number): void {
    this.growRunning();
    this.admitWaiting(startMicros);
    if (this.running.length === 0) {
      this.stepEnd = Number.POSITIVE_INFINITY;
      return;
    }
    let budget = this.options.prefillChunkTokens;
    let prefillTokens = 0;
    let batch = 0;
    let context = 0;
    for (const slot of this.running) {
      slot.chunk = Math.min(slot.prefillLeft, budget);
      budget -= slot.chunk;
      prefillTokens += slot.chunk;
      if (slot.chunk < slot.prefillLeft) continue;
      batch += 1;
      context += slot.sequence.promptTokens + slot.produced;
    }
    const decodeMicros = stepMicros(this.options.stepTime, batch, context);
    this.stepEnd = startMicros + decodeMicros + prefillTokens * this.options.prefillTokenMicros;
  }

  private endStep(endMicros: number): void {
    const { tokensPerStep, streamInterval } = this.options;
    const stepped = this.running;
    const sending: { slot: Slot; count: number; isLast: boolean }[] = [];
    this.running = [];
    for (const slot of stepped) {
      const wasPrefilling = slot.prefillLeft > 0;
      slot.prefillLeft -= slot.chunk;
      if (slot.prefillLeft > 0) {
        this.running.push(slot);
        continue;
      }
      if (wasPrefilling) this.sharePrompt(slot);
      const tokens = wasPrefilling ? 1 : tokensPerStep;
      slot.produced = Math.min(slot.sequence.outputTokens, slot.produced + tokens);
      const isLast = slot.produced >= slot.sequence.outputTokens;
      const count = tokensDue(slot.produced, slot.sent, isLast, streamInterval);
      slot.sent += count;
      if (isLast) this.freeMemory(slot);
      else this.running.push(slot);
      if (count > 0 || isLast) sending.push({ slot, count, isLast });
    }
    // The next step is planned before anybody hears of this one: what a callback submits waits for it, as on a server.
    this.startStep(endMicros);
    for (const { slot, count, isLast } of sending) slot.sequence.onTokens(count, isLast, endMicros);
  }

  private admitWaiting(nowMicros: number): void {
    while (this.running.length < this.options.maxRunning) {
      const slot = this.waiting[0];
      if (slot === undefined || !this.takeMemory(slot)) return;
      this.waiting.shift();
      this.running.push(slot);
      const cachedTokens = slot.held.length * this.options.kvBlockTokens;
      slot.prefillLeft = Math.max(1, slot.sequence.promptTokens + slot.produced - cachedTokens);
      if (slot.admittedOnce) continue;
      slot.admittedOnce = true;
      this.prefixQueriedTokens += slot.sequence.promptTokens;
      this.prefixHitTokens += cachedTokens;
      slot.sequence.onAdmitted(nowMicros, cachedTokens);
    }
  }

  /** Memory for all tokens so far and the next ones; the cached prefix is held, not taken again. */
  private takeMemory(slot: Slot): boolean {
    const hashes = this.options.prefixCaching ? slot.sequence.blockHashes : [];
    const held = hashes.slice(0, this.pool.cachedPrefix(hashes));
    for (const hash of held) this.pool.hold(hash);
    const needed = this.blocksFor(slot) - held.length;
    if (this.pool.takePrivate(needed)) {
      slot.held = held;
      slot.privateBlocks = needed;
      return true;
    }
    for (const hash of held) this.pool.letGo(hash);
    // A sequence that does not fit even alone would wait for ever: it runs with the memory there is.
    return this.running.length === 0 && this.pool.heldBlocks === 0;
  }

  private growRunning(): void {
    for (let index = 0; index < this.running.length; index += 1) {
      const slot = this.running[index];
      if (slot === undefined || slot.prefillLeft > 0) continue;
      const missing = this.blocksFor(slot) - slot.privateBlocks - slot.held.length;
      if (missing > 0 && this.takeOrPreempt(slot, missing)) slot.privateBlocks += missing;
    }
  }

  /** Takes blocks for a running sequence; false when it was preempted itself, or is alone and goes on without. */
  private takeOrPreempt(slot: Slot, blocks: number): boolean {
    while (!this.pool.takePrivate(blocks)) {
      if (this.running.length === 1) return false;
      const victim = this.running.pop();
      if (victim !== undefined) this.preempt(victim);
      if (victim === slot) return false;
    }
    return true;
  }

  private preempt(slot: Slot): void {
    this.freeMemory(slot);
    slot.prefillLeft = slot.sequence.promptTokens + slot.produced;
    this.waiting.unshift(slot);
    this.preemptions += 1;
  }

  /** The prompt is computed: its full blocks can serve other sequences from now on. */
  private sharePrompt(slot: Slot): void {
    if (!this.options.prefixCaching) return;
    const fresh = slot.sequence.blockHashes.slice(slot.held.length);
    for (const hash of fresh) this.pool.hold(hash);
    const moved = Math.min(fresh.length, slot.privateBlocks);
    this.pool.releasePrivate(moved);
    slot.privateBlocks -= moved;
    slot.held = slot.sequence.blockHashes;
  }

  private freeMemory(slot: Slot): void {
    this.pool.releasePrivate(slot.privateBlocks);
    for (const hash of slot.held) this.pool.letGo(hash);
    slot.privateBlocks = 0;
    slot.held = [];
  }

  private blocksFor(slot: Slot): number {
    const tokens = slot.sequence.promptTokens + slot.produced + this.options.tokensPerStep;
    return Math.ceil(tokens / this.options.kvBlockTokens);
  }
}
