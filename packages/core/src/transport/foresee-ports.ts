import { type KneepointError, usageError } from '../errors/kneepoint-error.ts';
import { type ConnectionLimits, readConnectionLimits } from './connection-limits.ts';
import type { TargetAddress } from './target-address.ts';

/** What a run is going to ask of this host. */
export type ConnectionDemand = {
  /** Connections to this target that are open at the same time, over all workers of the process. */
  readonly connections: number;
  /**
   * Whether a connection carries request after request. Where the server closes each after its answer, a user's next
   * connection is opened while the last one is being closed: both hold a port.
   */
  readonly perConnectionReuse: boolean;
  readonly address: TargetAddress;
};

/** Files that a run opens besides its connections: its result, its records, a connection for questions, the workers' pipes. */
const spareFiles = 64;

/** The usage error to end with before the run when this host cannot have so many connections; `null` when it can. */
export async function foreseePorts(demand: ConnectionDemand): Promise<KneepointError | null> {
  return judgePorts(demand, await readConnectionLimits());
}

/** `foreseePorts` for limits that are known. A limit that is not known forbids nothing. */
export function judgePorts(demand: ConnectionDemand, limits: ConnectionLimits): KneepointError | null {
  return tooFewFiles(demand, limits) ?? tooFewPorts(demand, limits);
}

function tooFewFiles(demand: ConnectionDemand, limits: ConnectionLimits): KneepointError | null {
  if (limits.openFiles === null) return null;
  const free = Math.max(0, limits.openFiles - limits.openNow - spareFiles);
  if (demand.connections <= free) return null;
  return usageError(
    'too-many-connections',
    `${count(demand.connections)} connections at once are asked for; this process may open ${count(limits.openFiles)} files, ` +
      `of which ${count(free)} are left for connections`,
    `raise the limit in the shell that starts Kneepoint, with: ulimit -n ${demand.connections + limits.openNow + spareFiles}; or ask for at most ${free}`,
  );
}

function tooFewPorts(demand: ConnectionDemand, limits: ConnectionLimits): KneepointError | null {
  const { connections, perConnectionReuse, address } = demand;
  if (limits.localPorts === null || address.socketPath !== null) return null;
  const ports = perConnectionReuse ? connections : connections * 2;
  if (ports <= limits.localPorts) return null;
  const each = perConnectionReuse ? '' : ' (two for each: the server closes a connection after its answer)';
  return usageError(
    'too-many-connections',
    `${count(connections)} connections at once to ${address.hostname} port ${address.port} are asked for; they need ` +
      `${count(ports)} local ports${each}, and this host has ${count(limits.localPorts)}`,
    'widen the range with: sysctl -w net.ipv4.ip_local_port_range="1024 65535"; or spread the load over several addresses of the ' +
      `server; or ask for at most ${perConnectionReuse ? limits.localPorts : Math.floor(limits.localPorts / 2)}`,
  );
}

const count = (value: number): string => value.toLocaleString('en-US');
