import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded before the measured program: writes what the whole process used when it ends. CPU in microseconds, memory in bytes. JavaScript, since a TypeScript loader would be part of what is measured. */
const path = process.env.KNEEPOINT_USAGE_FILE;
if (isMainThread && path !== undefined) {
  process.on('exit', () => {
    const usage = process.resourceUsage();
    writeFileSync(
      path,
      JSON.stringify({
        cpuMicros: usage.userCPUTime + usage.systemCPUTime,
        peakResidentBytes: usage.maxRSS * 1024,
      }),
    );
  });
}
