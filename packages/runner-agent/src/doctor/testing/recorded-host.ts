import { known, unreadable } from '../../environment/fact.ts';
import { recordedCommands } from '../../environment/testing/recorded-commands.ts';
import { recordedFiles } from '../../environment/testing/recorded-files.ts';
import type { GpuFacts } from '../../gpu/gpu-reader.ts';
import type { DoctorHost, GpuSurvey } from '../doctor-host.ts';

const clockSource = '/sys/devices/system/clocksource/clocksource0/current_clocksource';

/** The files of a host on which nothing is wrong. */
export const healthyFiles: Readonly<Record<string, string | null>> = {
  '/proc/self/limits':
    'Limit                     Soft Limit           Hard Limit           Units     \n' +
    'Max open files            65535                65535                files     \n',
  '/proc/sys/net/ipv4/ip_local_port_range': '32768\t60999\n',
  [clockSource]: 'tsc\n',
};

/** Those files with others in the place of some. */
export const filesWith = (changed: {
  readonly limits?: string;
  readonly ports?: string;
  readonly clock?: string;
}) =>
  recordedFiles({
    ...healthyFiles,
    ...(changed.limits === undefined ? {} : { '/proc/self/limits': changed.limits }),
    ...(changed.ports === undefined ? {} : { '/proc/sys/net/ipv4/ip_local_port_range': changed.ports }),
    ...(changed.clock === undefined ? {} : { [clockSource]: changed.clock }),
  });

/** A host with plenty of everything, Docker and no GPU; with what is given in the place of its own. */
export function recordedHost(changed: Partial<DoctorHost> = {}): DoctorHost {
  return {
    nodeVersion: '26.9.0',
    cores: 16,
    memoryBytes: 64 * 2 ** 30,
    environment: {},
    files: recordedFiles(healthyFiles),
    run: recordedCommands({}),
    sharedMemoryBytes: async () => 32 * 2 ** 30,
    docker: async () => ({ kind: 'reachable', version: '28.2.2', runtimes: ['runc'], devices: [] }),
    gpus: async () => ({ kind: 'none', reason: 'nvidia-smi: it is not installed' }),
    isListening: async () => false,
    ...changed,
  };
}

/** One NVIDIA GPU as nvidia-smi tells it. */
export function nvidiaSurvey(gpu: {
  readonly name: string;
  readonly computeCapability: string;
  readonly driver: string;
  readonly cuda: string;
}): GpuSurvey {
  const source = 'nvidia-smi';
  const facts: GpuFacts = {
    index: 0,
    name: known(gpu.name, source),
    memoryBytes: known(32_607 * 2 ** 20, source),
    identity: unreadable('not recorded'),
    driver: known(gpu.driver, source),
    cuda: known(gpu.cuda, source),
    computeCapability: known(gpu.computeCapability, source),
    maxSmClockMegahertz: unreadable('not recorded'),
    maxMemoryClockMegahertz: unreadable('not recorded'),
    powerLimitWatts: unreadable('not recorded'),
  };
  return { kind: 'found', source, gpus: [facts] };
}
