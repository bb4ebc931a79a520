import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { DockerSurvey, DoctorHost, GpuSurvey } from '../doctor-host.ts';

/** Whether Docker can be used. On a host that need not have it, its absence is no problem. */
export function checkDocker(docker: DockerSurvey, isNeeded: boolean): CheckFinding {
  if (docker.kind === 'unreachable')
    return isNeeded ? problemSeen('docker-unreachable', docker.reason) : skipped(docker.reason);
  return fine(`${docker.version ?? 'version unknown'}, runtimes ${docker.runtimes.join(', ') || 'unknown'}`);
}

/** Whether Docker can give a container this host's NVIDIA GPUs. */
export async function checkContainerToolkit(
  docker: DockerSurvey,
  gpus: GpuSurvey,
  { run }: DoctorHost,
): Promise<CheckFinding> {
  if (gpus.kind === 'none' || gpus.source === 'amd-sysfs') return skipped('this host has no NVIDIA GPU');
  if (docker.kind === 'unreachable') return skipped('Docker cannot be used');
  if (docker.runtimes.includes('nvidia')) return fine('Docker knows the runtime nvidia');
  if (docker.devices.includes('nvidia.com/gpu')) return fine('Docker offers the devices nvidia.com/gpu');
  const toolkit = await run('nvidia-ctk', ['--version']);
  // Docker finds the toolkit's hook by itself when it is installed, but not when Docker came as a snap.
  if (toolkit.kind === 'done') return fine('the toolkit is installed; Docker names no runtime nvidia');
  return problemSeen(
    'container-toolkit-missing',
    `nvidia-ctk: ${toolkit.reason}; Docker knows no runtime nvidia`,
  );
}
