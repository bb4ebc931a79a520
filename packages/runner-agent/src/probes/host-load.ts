import { type HostFiles, textOf } from '../environment/host-files.ts';

/** The host's own load: the share of its cores in use since the reading before (0 to 1), and memory still to be had. */
export type HostReading = {
  readonly cpuShare: number | null;
  readonly availableBytes: number | null;
};

/** The kernel adds up interrupts of all cores for /proc/stat, a millisecond on a large host: once a second is enough. */
const periodMicros = 950_000;

/** Watches the host's cores and memory, once a second. */
export class HostLoad {
  readonly #files: HostFiles;
  #readAt = Number.NEGATIVE_INFINITY;
  #before: { readonly busy: number; readonly total: number } | null = null;

  constructor(files: HostFiles) {
    this.#files = files;
  }

  /** `null` where it is too early for another reading. */
  read(now: number): HostReading | null {
    if (now - this.#readAt < periodMicros) return null;
    this.#readAt = now;
    const ticks = cpuTicks(textOf(this.#files, '/proc/stat') ?? '');
    const before = this.#before;
    this.#before = ticks;
    const span = ticks === null || before === null ? 0 : ticks.total - before.total;
    const busy = ticks === null || before === null ? 0 : ticks.busy - before.busy;
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(textOf(this.#files, '/proc/meminfo') ?? '')?.[1];
    return {
      cpuShare: span > 0 ? Math.min(1, Math.max(0, busy / span)) : null,
      availableBytes: available === undefined ? null : Number(available) * 1024,
    };
  }
}

/** The first line of /proc/stat: user nice system idle iowait irq softirq steal, in ticks over all cores. */
function cpuTicks(text: string): { readonly busy: number; readonly total: number } | null {
  const ticks = /^cpu +(.*)$/m.exec(text)?.[1]?.split(' ').slice(0, 8).map(Number);
  if (ticks === undefined || ticks.some((tick) => !Number.isFinite(tick))) return null;
  const total = ticks.reduce((sum, tick) => sum + tick, 0);
  return { busy: total - (ticks[3] ?? 0) - (ticks[4] ?? 0), total };
}
