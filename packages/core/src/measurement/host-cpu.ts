import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Shares of this host's cores (0 to 1) that were in use over a span: by everybody, and by this process. */
export type HostCpu = { readonly hostCpuShare: number | null; readonly processCpuShare: number | null };

type Reading = { readonly busy: number; readonly total: number };

/** Watches the host's cores from when it is made: a target on the same host competes with the client for them. */
export class HostCpuWatch {
  readonly #startedAt = performance.now();
  readonly #process = process.cpuUsage();
  readonly #host = readHost();

  stop(): HostCpu {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const { user, system } = process.cpuUsage(this.#process);
    const host = readHost();
    const before = this.#host;
    return {
      hostCpuShare:
        host === null || before === null || host.total <= before.total
          ? null
          : (host.busy - before.busy) / (host.total - before.total),
      processCpuShare: seconds <= 0 ? null : (user + system) / 1e6 / seconds / availableParallelism(),
    };
  }
}

/** The first line of /proc/stat: user nice system idle iowait irq softirq steal ..., in ticks over all cores. */
function readHost(): Reading | null {
  try {
    const line = readFileSync('/proc/stat', 'latin1').split('\n', 1)[0] ?? '';
    const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
    const total = ticks.reduce((sum, tick) => sum + tick, 0);
    const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
    return Number.isFinite(total) && total > 0 ? { busy: total - idle, total } : null;
  } catch {
    return null;
  }
}
