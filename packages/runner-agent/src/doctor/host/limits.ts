import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';

/** A thousand users are a thousand connections on each side, and a server has files of its own. */
const neededFiles = 4096;
const comfortablePorts = 10_000;

/** How many files may be open at once; each connection is one. */
export function checkOpenFiles({ files }: DoctorHost): CheckFinding {
  const limits = files.read('/proc/self/limits');
  if (limits.kind === 'unreadable') return skipped(`/proc/self/limits: ${limits.reason}`);
  const limit = /^Max open files +(\d+|unlimited)/m.exec(limits.text)?.[1];
  if (limit === undefined) return skipped('/proc/self/limits does not say it');
  if (limit === 'unlimited' || Number(limit) >= neededFiles) return fine(`${limit} open files`);
  return problemSeen('file-descriptors-few', `${limit} open files (needed for 1,000 users: ${neededFiles})`);
}

/** How many connections may be opened, were the server to close each. */
export function checkPorts({ files }: DoctorHost): CheckFinding {
  const range = files.read('/proc/sys/net/ipv4/ip_local_port_range');
  if (range.kind === 'unreadable') return skipped(`the range of ports cannot be read: ${range.reason}`);
  const [first, last] = range.text.trim().split(/\s+/).map(Number);
  if (first === undefined || last === undefined || !(last >= first))
    return skipped('the range of ports is unclear');
  const count = last - first + 1;
  const detail = `${count} ports (${first} to ${last})`;
  return count >= comfortablePorts ? fine(detail) : problemSeen('ephemeral-ports-few', detail);
}
