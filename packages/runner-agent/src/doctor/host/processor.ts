import { isInRange, parseVersionRange } from '../../knowledge/version-range.ts';
import { type CheckFinding, fine, problemSeen } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';
import { shownBytes } from '../shown-bytes.ts';

const neededNode = '>=22.12';
/** Below that, server and client share cores even when each has only one busy thread. */
const comfortableCores = 4;
const comfortableBytes = 4e9;

/** Whether this Node can run Kneepoint. */
export function checkNode({ nodeVersion }: DoctorHost): CheckFinding {
  const fits = isInRange(nodeVersion, parseVersionRange(neededNode) ?? []) !== false;
  return fits
    ? fine(nodeVersion)
    : problemSeen('node-too-old', `Node.js ${nodeVersion} (needed: ${neededNode})`);
}

/** Whether client and server find cores of their own. */
export function checkCores({ cores }: DoctorHost): CheckFinding {
  return cores >= comfortableCores ? fine(`${cores}`) : problemSeen('few-cores', `${cores} cores`);
}

/** Whether a server can be started beside the client. */
export function checkMemory({ memoryBytes }: DoctorHost): CheckFinding {
  const shown = shownBytes(memoryBytes);
  return memoryBytes >= comfortableBytes ? fine(shown) : problemSeen('little-memory', shown);
}
