import { readdir, readFile } from 'node:fs/promises';

/** How many connections this host and this process can have at once; `null` is a limit that cannot be read. */
export type ConnectionLimits = {
  /** Local ports that the kernel gives out, per address and port at the other end. */
  readonly localPorts: number | null;
  /** Files and connections that this process may have open. */
  readonly openFiles: number | null;
  /** Those that it has open now. */
  readonly openNow: number;
};

/** Reads the limits of this process and host now. Only Linux says them; elsewhere all are `null`. */
export async function readConnectionLimits(): Promise<ConnectionLimits> {
  const [range, reserved, limits, descriptors] = await Promise.all([
    readText('/proc/sys/net/ipv4/ip_local_port_range'),
    readText('/proc/sys/net/ipv4/ip_local_reserved_ports'),
    readText('/proc/self/limits'),
    readdir('/proc/self/fd').catch(() => []),
  ]);
  return {
    localPorts: countLocalPorts(range, reserved),
    openFiles: readOpenFiles(limits),
    openNow: descriptors.length,
  };
}

/** Ports of a range like `32768 60999` without the reserved ones, a list like `40000,50000-50010`; `null` for other text. */
export function countLocalPorts(range: string, reserved: string): number | null {
  const [first = Number.NaN, last = Number.NaN] = range.trim().split(/\s+/).map(Number);
  if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) return null;
  const blocked = reserved
    .trim()
    .split(',')
    .filter((part) => part !== '')
    .reduce((total, part) => {
      const [from = Number.NaN, to = from] = part.split('-').map(Number);
      return total + Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
    }, 0);
  return last - first + 1 - blocked;
}

/** The soft limit in the text of `/proc/self/limits`; `null` when it says none, or that there is none. */
export function readOpenFiles(limits: string): number | null {
  const found = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return found === undefined ? null : Number(found);
}

const readText = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
