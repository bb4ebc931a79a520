import { parentPort, workerData } from 'node:worker_threads';
import { localFiles } from '../environment/host-files.ts';
import { openGpuReader } from '../gpu/open-gpu-reader.ts';
import { HostLoad } from './host-load.ts';
import { openSubject } from './open-subject.ts';
import type { FromProbes, ProbeThreadOrder, ToProbes } from './probe-protocol.ts';
import { readPageBytes } from './process-stat.ts';
import { Sampler } from './sampler.ts';
import { startProbes } from './start-probes.ts';

/** The probes' thread: reads files and calls drivers, which may block, so that no measuring thread ever waits for them. */
const port = parentPort;
if (port === null) throw new Error('the probes are started as a worker thread only');
const order = workerData as ProbeThreadOrder;
const clock = { now: () => Number(process.hrtime.bigint() - order.zero) / 1000 };
const send = (message: FromProbes): void => port.postMessage(message);

const opened = await openGpuReader({
  now: clock.now,
  rateHz: order.rateHz,
  ...(order.nvmlLibrary === null ? {} : { nvmlLibrary: order.nvmlLibrary }),
  ...(order.smiFile === null ? {} : { smiFile: order.smiFile }),
});
const gpu = opened.kind === 'open' ? opened.reader : null;
const facts = (await gpu?.facts()) ?? [];
const sampler = new Sampler({ gpu, host: new HostLoad(localFiles) }, clock);
const pageBytes = readPageBytes(localFiles);
send({
  kind: 'ready',
  gpuSource: gpu?.source ?? null,
  gpuReason: opened.kind === 'none' ? opened.reason : null,
  gpuNames: Object.fromEntries(facts.map(({ index, name }) => [index, name.value])),
});

const startedAt = clock.now();
const startedCpu = process.threadCpuUsage();
const probes = startProbes(sampler, {
  clock,
  rateHz: order.rateHz,
  onSample(sample) {
    const { system, user } = process.threadCpuUsage(startedCpu);
    const cost = { cpuSeconds: (user + system) / 1e6, seconds: (clock.now() - startedAt) / 1e6 };
    send({ kind: 'sample', sample, cost });
  },
});

port.on('message', (message: ToProbes) => {
  switch (message.kind) {
    case 'watch':
      sampler.watch(message.name, openSubject(localFiles, message.subject, pageBytes));
      return;
    case 'forget':
      sampler.forget(message.name);
      return;
    case 'stop':
      probes.stop();
      gpu?.close();
      port.close();
      return;
  }
});
