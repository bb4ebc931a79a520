import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';
import { shownBytes } from '../shown-bytes.ts';

/** NCCL's own advice for a container. */
export const neededSharedMemoryBytes = 2 ** 30;

/** The shared memory that servers started here as processes get. */
export async function checkSharedMemory({ sharedMemoryBytes }: DoctorHost): Promise<CheckFinding> {
  const bytes = await sharedMemoryBytes();
  if (bytes === null) return skipped('there is no /dev/shm');
  const detail = `/dev/shm: ${shownBytes(bytes)}`;
  return bytes >= neededSharedMemoryBytes ? fine(detail) : problemSeen('host-shared-memory-small', detail);
}
