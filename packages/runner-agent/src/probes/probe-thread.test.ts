import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openNvmlReader } from '../gpu/nvml-reader.ts';
import { buildFakeNvml, compilerProblem } from '../gpu/testing/build-fake-nvml.ts';
import type { ProbeSample } from './probe-sample.ts';
import { type ProbeThreadOptions, type RunningProbes, startProbeThread } from './probe-thread.ts';

const missing = { nvmlLibrary: 'libnvidia-ml-that-nobody-has.so.1', smiFile: 'nvidia-smi-that-nobody-has' };
const compiler = compilerProblem();
if (compiler !== null) console.warn(`the test of probes with NVML is skipped: ${compiler}`);

/** Probes, and a way to wait for a sample of a kind; the test's own time limit ends a wait for nothing. */
async function probe(options: Partial<ProbeThreadOptions> = {}) {
  const probes = await startProbeThread({
    zero: process.hrtime.bigint(),
    rateHz: 10,
    ...missing,
    ...options,
  });
  const sampleWith = (accepts: (sample: ProbeSample) => boolean): Promise<ProbeSample> =>
    new Promise((resolve) => {
      const leave = probes.subscribe((sample) => {
        if (!accepts(sample)) return;
        leave();
        resolve(sample);
      });
    });
  return { probes, sampleWith };
}

/** A server with one child: both hold memory; it tells when the child has come up. */
async function startTree() {
  const child = "setInterval(() => {}, 1e6); process.stdout.write('up')";
  const parent = `const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'inherit', 'ignore'] });
    setInterval(() => {}, 1e6);`;
  const server = spawn(process.execPath, ['-e', parent], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(server.stdout, 'data');
  return server;
}

const stopAll = async (probes: RunningProbes, group: number | undefined): Promise<void> => {
  await probes.stop();
  if (group !== undefined) process.kill(-group, 'SIGKILL');
};

test('the thread samples a real server with its child on the clock of the run, and says what it costs', async () => {
  const zero = process.hrtime.bigint();
  const server = await startTree();
  const { probes, sampleWith } = await probe({ zero });
  probes.watch('server', { kind: 'processes', rootPid: server.pid ?? 0 });
  const sample = await sampleWith(({ subjects }) => subjects[0]?.cores != null);
  const now = Number(process.hrtime.bigint() - zero) / 1000;
  expect(sample.at).toBeGreaterThan(0);
  expect(sample.at).toBeLessThan(now);
  expect(sample.subjects[0]).toMatchObject({ name: 'server', processes: 2, source: 'proc', reason: null });
  expect(sample.subjects[0]?.residentBytes).toBeGreaterThan(2 * 20 * 2 ** 20);
  expect(probes.record.subject('server').length).toBeGreaterThan(0);
  expect(probes.record.gpuReason).toContain('nvidia-smi: it is not installed');
  expect(probes.cost()?.cpuSeconds).toBeGreaterThan(0);
  await stopAll(probes, server.pid);
});

test("a container's first process leads to the figures of its control group", async () => {
  const { probes, sampleWith } = await probe();
  probes.watch('container', { kind: 'container', pid: process.pid });
  const { subjects } = await sampleWith((sample) => sample.subjects.length > 0);
  expect(subjects[0]?.source).toMatch(/^cgroup/);
  expect((subjects[0]?.chargedBytes ?? 0) > 0 || subjects[0]?.reason !== null).toBe(true);
  await stopAll(probes, undefined);
});

test.skipIf(compiler !== null)('the driver is called in the thread, and its GPU is named', async () => {
  const { probes, sampleWith } = await probe({ nvmlLibrary: buildFakeNvml('rtx5090') });
  const sample = await sampleWith(({ gpus }) => gpus.length > 0);
  expect(sample.gpus[0]?.devices[0]).toMatchObject({ powerWatts: 412.345, throttle: ['power-cap'] });
  expect(probes.record.origin).toMatchObject({
    gpuSource: 'nvml',
    gpuNames: { 0: 'NVIDIA GeForce RTX 5090' },
  });
  await stopAll(probes, undefined);
});

test.skipIf(compiler !== null)(
  'the driver answers the main thread while the probes call it too',
  async () => {
    const library = buildFakeNvml('rtx5090');
    const opened = await openNvmlReader(library);
    const { probes, sampleWith } = await probe({ nvmlLibrary: library });
    await sampleWith(({ gpus }) => gpus.length > 0);
    await stopAll(probes, undefined);
    const own = opened.kind === 'open' ? opened.reader.read(0) : [];
    expect(own[0]?.devices[0]?.powerWatts).toBe(412.345);
    if (opened.kind === 'open') opened.reader.close();
  },
);
