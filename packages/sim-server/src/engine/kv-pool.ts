/**
 * The KV cache's memory in blocks: private blocks of running sequences, and prompt blocks that are shared by hash.
 * A shared block that no running sequence holds stays as prefix cache until its memory is needed (least recently used first).
 */
export class KvPool {
  readonly capacityBlocks: number;
  private privateBlocks = 0;
  /** Shared blocks by hash, with how many sequences hold each; insertion order is the order of use. */
  private readonly shared = new Map<number, number>();
  private heldShared = 0;

  constructor(capacityBlocks: number) {
    this.capacityBlocks = capacityBlocks;
  }

  /** Blocks that running sequences hold. */
  get heldBlocks(): number {
    return this.privateBlocks + this.heldShared;
  }

  /** How many of the first blocks of a prompt are in the cache. */
  cachedPrefix(hashes: readonly number[]): number {
    let count = 0;
    while (count < hashes.length && this.shared.has(hashes[count] ?? Number.NaN)) count += 1;
    return count;
  }

  /** Takes `count` private blocks, evicting cached ones where needed; false, and nothing taken, when they do not fit. */
  takePrivate(count: number): boolean {
    if (this.heldBlocks + count > this.capacityBlocks) return false;
    this.privateBlocks += count;
    this.evict();
    return true;
  }

  releasePrivate(count: number): void {
    this.privateBlocks -= count;
  }

  /** Holds a block by its hash; false when it is new (its memory must have been taken as private before). */
  hold(hash: number): boolean {
    const holders = this.shared.get(hash);
    this.shared.delete(hash);
    this.shared.set(hash, (holders ?? 0) + 1);
    if (holders === undefined || holders === 0) this.heldShared += 1;
    return holders !== undefined;
  }

  letGo(hash: number): void {
    const holders = this.shared.get(hash) ?? 0;
    if (holders <= 0) return;
    this.shared.delete(hash);
    this.shared.set(hash, holders - 1);
    if (holders === 1) this.heldShared -= 1;
  }

  clearCache(): void {
    for (const [hash, holders] of this.shared) if (holders === 0) this.shared.delete(hash);
  }

  private evict(): void {
    if (this.privateBlocks + this.shared.size <= this.capacityBlocks) return;
    for (const [hash, holders] of this.shared) {
      if (holders > 0) continue;
      this.shared.delete(hash);
      if (this.privateBlocks + this.shared.size <= this.capacityBlocks) return;
    }
  }
}
