import type { GpuFacts, OpenedReader } from '../gpu/gpu-reader.ts';
import { type CommandRunner, localCommands } from './command-runner.ts';
import { type ControlGroupLimits, readControlGroupLimits } from './control-group-limits.ts';
import { type DockerFacts, dockerAddress, readDocker } from './docker-engine.ts';
import { type Fact, known, unreadable } from './fact.ts';
import { type HostFiles, localFiles } from './host-files.ts';
import { type HostMemoryFacts, readHostMemory } from './host-memory.ts';
import { getJson, type JsonGetter } from './http-json.ts';
import { readKernel } from './kernel.ts';
import { readOperatingSystem } from './operating-system.ts';
import { type ProcessorFacts, readProcessor } from './processor.ts';

/** What a host is. Of each fact the source, and the reason where it could not be read. */
export type HostFacts = {
  readonly os: Fact<string>;
  readonly kernel: Fact<string>;
  readonly processor: ProcessorFacts;
  readonly memory: HostMemoryFacts;
  /** Of the agent's own process: what it starts lies in the same group unless a container holds it. */
  readonly limits: ControlGroupLimits;
  readonly gpus: Fact<readonly GpuFacts[]>;
  readonly docker: DockerFacts;
};

/** What facts are read with; this host where nothing else is given. */
export type HostPorts = {
  readonly files: HostFiles;
  readonly run: CommandRunner;
  readonly get: JsonGetter;
  /** `DOCKER_HOST`, where it is set. */
  readonly dockerHost: string | undefined;
};

/** The ports of this host. */
export const localPorts = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): HostPorts => ({
  files: localFiles,
  run: localCommands,
  get: getJson,
  dockerHost: environment['DOCKER_HOST'],
});

/** Reads everything about a host once. `gpus` is its opened GPU reader, which stays open and the caller's. */
export async function readHostFacts(ports: HostPorts, gpus: OpenedReader): Promise<HostFacts> {
  const { files } = ports;
  const [devices, docker] = await Promise.all([
    gpus.kind === 'open' ? gpus.reader.facts() : null,
    readDocker(ports.get, dockerAddress(ports.dockerHost)),
  ]);
  return {
    os: readOperatingSystem(files),
    kernel: readKernel(files),
    processor: readProcessor(files),
    memory: readHostMemory(files),
    limits: readControlGroupLimits(files),
    gpus:
      gpus.kind === 'open'
        ? known(devices ?? [], gpus.reader.source)
        : unreadable(gpus.reason, 'nvml, nvidia-smi, sysfs'),
    docker,
  };
}
