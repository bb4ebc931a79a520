import type { GpuProcess } from './gpu-reader.ts';
import { nvmlInsufficientSize, nvmlSuccess } from './nvml-codes.ts';
import type { NvmlFunctions } from './nvml-functions.ts';

/** `nvmlProcessInfo_t`: pid, padding, used bytes, two instance ids; the first version ended before the ids. */
const entryBytes = 24;
const oldEntryBytes = 16;
/** What the driver says where it does not know a process's memory. */
const notAvailable = 0xffff_ffff_ffff_ffffn;
const mostEntries = 4096;

/** The processes that compute on one GPU, with their memory. */
export class NvmlProcessList {
  readonly #functions: NvmlFunctions;
  readonly #handle: bigint;
  readonly #count = Buffer.alloc(4);
  #entries = Buffer.alloc(64 * entryBytes);

  constructor(functions: NvmlFunctions, handle: bigint) {
    this.#functions = functions;
    this.#handle = handle;
  }

  /** `null` where the driver does not tell. */
  read(): readonly GpuProcess[] | null {
    const { oldProcesses, processes } = this.#functions;
    const call = processes ?? oldProcesses;
    if (call === null) return null;
    const size = processes === null ? oldEntryBytes : entryBytes;
    for (;;) {
      const room = Math.floor(this.#entries.length / size);
      this.#count.writeUInt32LE(room, 0);
      const code = call(this.#handle, this.#count, this.#entries);
      const count = this.#count.readUInt32LE(0);
      if (code === nvmlSuccess) return this.#parse(Math.min(count, room), size);
      if (code !== nvmlInsufficientSize || room >= mostEntries) return null;
      this.#entries = Buffer.alloc(Math.min(mostEntries, Math.max(2 * room, 2 * count)) * entryBytes);
    }
  }

  #parse(count: number, size: number): GpuProcess[] {
    return Array.from({ length: count }, (_, position) => {
      const used = this.#entries.readBigUInt64LE(position * size + 8);
      return {
        pid: this.#entries.readUInt32LE(position * size),
        usedBytes: used === notAvailable ? null : Number(used),
      };
    });
  }
}
