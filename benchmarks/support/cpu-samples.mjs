import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before the measured program: twice a second the CPU time so far, in microseconds, of the main thread and of the
 * whole process, with the time of day in milliseconds; written when it ends. JavaScript, since a TypeScript loader would be part of what is
 * measured.
 */
const path = process.env.KNEEPOINT_CPU_FILE;
if (isMainThread && path !== undefined) {
  const samples = [];
  const sum = ({ user, system }) => user + system;
  const take = () =>
    samples.push({ at: Date.now(), main: sum(process.threadCpuUsage()), process: sum(process.cpuUsage()) });
  take();
  setInterval(take, 500).unref();
  process.on('exit', () => writeFileSync(path, JSON.stringify(samples)));
}
