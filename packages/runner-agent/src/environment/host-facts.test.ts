import { expect, test } from 'vitest';
import { openAmdReader } from '../gpu/amd-reader.ts';
import { openNvmlReader } from '../gpu/nvml-reader.ts';
import { buildFakeNvml, compilerProblem } from '../gpu/testing/build-fake-nvml.ts';
import { type HostPorts, localPorts, readHostFacts } from './host-facts.ts';
import { hostFactsSchema } from './host-facts-schema.ts';
import { recordedCommands } from './testing/recorded-commands.ts';
import { recordedFiles } from './testing/recorded-files.ts';

const compiler = compilerProblem();
const noGpu = { kind: 'none', reason: 'the NVIDIA driver is not loaded' } as const;

const core = (processor: number, socket: number, coreId: number) =>
  `processor\t: ${processor}\nmodel name\t: INTEL(R) XEON(R) PLATINUM 8581C\nphysical id\t: ${socket}\ncore id\t\t: ${coreId}\nflags\t\t: fpu vme sse4_2 avx2 avx512f avx512_bf16 amx_bf16 amx_tile rdrand smep smap`;

const recorded = {
  '/etc/os-release': 'NAME="Ubuntu"\nPRETTY_NAME="Ubuntu 24.04.2 LTS"\nVERSION_ID="24.04"\n',
  '/proc/sys/kernel/osrelease': '6.8.0-48-generic\n',
  '/proc/cpuinfo': `${[core(0, 0, 0), core(1, 0, 1), core(2, 1, 0), core(3, 0, 0)].join('\n\n')}\n\n`,
  '/proc/meminfo': 'MemTotal:       2113421312 kB\nMemFree: 1 kB\nMemAvailable:   2000000000 kB\n',
  '/proc/self/cgroup': '0::/user.slice/agent.service\n',
  '/sys/fs/cgroup/user.slice/agent.service/cgroup.controllers': 'cpu memory\n',
  '/sys/fs/cgroup/user.slice/agent.service/cpu.max': 'max 100000\n',
  '/sys/fs/cgroup/user.slice/agent.service/memory.max': '68719476736\n',
  '/sys/fs/cgroup/user.slice/cpu.max': '800000 100000\n',
  '/sys/fs/cgroup/user.slice/memory.max': 'max\n',
};

const ports = (files: Record<string, string | null>): HostPorts => ({
  files: recordedFiles(files),
  run: recordedCommands({}),
  get: async () => ({ kind: 'failed', reason: 'there is no such socket' }),
  dockerHost: undefined,
});

test("a server's facts come each with its source", async () => {
  const facts = await readHostFacts(ports(recorded), noGpu);
  expect(hostFactsSchema.parse(facts)).toEqual(facts);
  expect(facts.os).toEqual({ value: 'Ubuntu 24.04.2 LTS', source: '/etc/os-release', reason: null });
  expect(facts.kernel.value).toBe('Linux 6.8.0-48-generic');
  expect(facts.processor).toMatchObject({
    model: { value: 'INTEL(R) XEON(R) PLATINUM 8581C' },
    sockets: { value: 2 },
    physicalCores: { value: 3 },
    logicalCores: { value: 4 },
    flags: { value: ['amx_bf16', 'amx_tile', 'avx2', 'avx512_bf16', 'avx512f', 'sse4_2'] },
  });
  expect(facts.memory.totalBytes.value).toBe(2_113_421_312 * 1024);
  expect(facts.gpus).toMatchObject({ value: null, reason: 'the NVIDIA driver is not loaded' });
  expect(facts.docker.version).toEqual({
    value: null,
    source: 'Docker Engine API',
    reason: 'there is no such socket',
  });
});

test('a limit is the least of those of the group and of the groups that it lies in', async () => {
  const { limits } = await readHostFacts(ports(recorded), noGpu);
  expect(limits).toEqual({
    cores: { value: 8, source: 'cgroup v2', reason: null },
    memoryBytes: { value: 64 * 2 ** 30, source: 'cgroup v2', reason: null },
  });
});

test('limits of version 1 are read from its own files, and none is a fact of its own', async () => {
  const facts = await readHostFacts(
    ports({
      '/proc/self/cgroup': '4:memory:/docker/4f\n3:cpu,cpuacct:/docker/4f\n',
      '/sys/fs/cgroup/memory/docker/4f/memory.usage_in_bytes': '1\n',
      '/sys/fs/cgroup/memory/docker/4f/memory.limit_in_bytes': '9223372036854771712\n',
      '/sys/fs/cgroup/cpu,cpuacct/docker/4f/cpu.cfs_quota_us': '150000\n',
      '/sys/fs/cgroup/cpu,cpuacct/docker/4f/cpu.cfs_period_us': '100000\n',
    }),
    noGpu,
  );
  expect(facts.limits.cores).toMatchObject({ value: 1.5, source: 'cgroup v1' });
  expect(facts.limits.memoryBytes).toMatchObject({ value: 'unlimited' });
});

test('what may not be read is unknown, each with the reason', async () => {
  const facts = await readHostFacts(ports({ '/proc/cpuinfo': null }), noGpu);
  expect(hostFactsSchema.parse(facts)).toEqual(facts);
  expect(facts.processor.model).toEqual({
    value: null,
    source: '/proc/cpuinfo',
    reason: 'not allowed to read it',
  });
  expect(facts.os.reason).toBe('no such file');
  expect(facts.limits.cores.reason).toBe('the control group cannot be read');
});

test("an Arm host's processor has flags and no name: parts are not guessed at", async () => {
  const cpuinfo =
    'processor\t: 0\nBogoMIPS\t: 2000.00\nFeatures\t: fp asimd aes sve sve2 bf16 i8mm\nCPU part\t: 0xd4f\n';
  const { processor } = await readHostFacts(ports({ '/proc/cpuinfo': cpuinfo }), noGpu);
  expect(processor).toMatchObject({
    model: { value: null, reason: 'it names no model' },
    physicalCores: { value: null },
    logicalCores: { value: 1 },
    flags: { value: ['asimd', 'bf16', 'i8mm', 'sve', 'sve2'] },
  });
});

test.skipIf(compiler !== null)(
  'the GPUs of a host are a fact whose source is how they were read',
  async () => {
    const opened = await openNvmlReader(buildFakeNvml('h100'));
    const facts = await readHostFacts(ports(recorded), opened);
    expect(hostFactsSchema.parse(facts)).toEqual(facts);
    expect(facts.gpus.source).toBe('nvml');
    expect(facts.gpus.value?.[0]?.name.value).toBe('NVIDIA H100 80GB HBM3');
    if (opened.kind === 'open') opened.reader.close();
  },
);

test('the facts of this very host are in the shape of the wire', async () => {
  const local = localPorts();
  const facts = await readHostFacts(local, openAmdReader(local.files, local.run));
  expect(hostFactsSchema.parse(facts)).toEqual(facts);
  expect(facts.kernel.value).toMatch(/^Linux \d/);
  expect(facts.memory.totalBytes.value).toBeGreaterThan(2 ** 20);
});
