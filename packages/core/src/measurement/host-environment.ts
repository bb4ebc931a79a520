import { readFileSync } from 'node:fs';
import { cpus, hostname, release, totalmem, type } from 'node:os';

/** What the host that sends the load is. GPUs are the agent's to find; here the list is empty, with the reason. */
export type HostEnvironment = {
  readonly host: string;
  readonly os: string;
  readonly kernel: string;
  readonly cpu: { readonly model: string; readonly cores: number };
  readonly memory: { readonly unit: 'bytes'; readonly total: number };
  readonly gpus: [];
  readonly docker: null;
  readonly python: null;
  readonly limits: { readonly cores: null; readonly memory: null };
  readonly reasons: Record<string, string>;
};

export function readHostEnvironment(): HostEnvironment {
  const processors = cpus();
  return {
    host: hostname(),
    os: distributionName() ?? type(),
    kernel: `${type()} ${release()}`,
    cpu: { model: processors[0]?.model.trim() ?? 'unknown', cores: Math.max(1, processors.length) },
    memory: { unit: 'bytes', total: totalmem() },
    gpus: [],
    docker: null,
    python: null,
    limits: { cores: null, memory: null },
    reasons: {
      gpus: 'the host that sends the load was not asked for GPUs; the agent on the GPU host does that',
      docker: 'only the agent asks for a container engine',
      limits: 'only the agent looks for limits of the control group',
    },
  };
}

function distributionName(): string | null {
  try {
    return /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}
