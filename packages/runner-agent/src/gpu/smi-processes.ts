import type { GpuProcess } from './gpu-reader.ts';

/** How old a list of processes may be and still stand beside a sample: some three turns of the tool. */
const freshMicros = 3_500_000;
const bytesPerMebibyte = 2 ** 20;

/** The arguments that make `nvidia-smi` list computing processes once a second: the list costs it more than a sample. */
export const smiProcessParameters = [
  '--query-compute-apps=timestamp,gpu_uuid,pid,used_memory',
  '--format=csv,noheader,nounits',
  '-lms',
  '1000',
] as const;

/** Rows of one turn have times of day this close; turns are a second apart. */
const turnMillis = 500;

/** Computing processes by GPU. The tool prints nothing while there are none, so a list that grew old is unknown. */
export class SmiProcesses {
  readonly #indexById: ReadonlyMap<string, number>;
  #turn = Number.NaN;
  #at = Number.NEGATIVE_INFINITY;
  #byIndex = new Map<number, GpuProcess[]>();

  /** `indexById` leads from a GPU's unique id, which the list has, to its index. */
  constructor(indexById: ReadonlyMap<string, number>) {
    this.#indexById = indexById;
  }

  /** Takes one line that came at `now`; lines of about one time of day are one list. */
  take(line: string, now: number): void {
    const [time = '', id = '', pid = '', used = ''] = line.split(',').map((cell) => cell.trim());
    const index = this.#indexById.get(id);
    if (index === undefined || !/^\d+$/.test(pid)) return;
    const millis = Date.parse(time);
    if (!(Math.abs(millis - this.#turn) <= turnMillis)) {
      this.#byIndex = new Map();
      this.#turn = millis;
    }
    this.#at = now;
    const usedBytes = /^\d+$/.test(used) ? Number(used) * bytesPerMebibyte : null;
    const list = this.#byIndex.get(index) ?? [];
    this.#byIndex.set(index, [
      ...list.filter((known) => known.pid !== Number(pid)),
      { pid: Number(pid), usedBytes },
    ]);
  }

  /** The processes of a GPU; `null` where no list is fresh. */
  of(index: number, now: number): readonly GpuProcess[] | null {
    return now - this.#at > freshMicros ? null : (this.#byIndex.get(index) ?? []);
  }
}
