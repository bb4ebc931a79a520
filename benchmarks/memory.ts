import { runBench } from './support/run-bench.ts';
import { startSimulation } from './support/start-simulation.ts';

/** Resident memory of the whole process at 512 users, and with ten times the requests. */
export async function measureMemory(): Promise<void> {
  const simulation = await startSimulation([
    '--profile',
    'ideal',
    '--align',
    '--bare',
    '--precise',
    '--ttft-ms',
    '20',
    '--step-ms',
    '5',
  ]);
  const peaks: number[] = [];
  for (const requests of ['2048', '20480']) {
    const run = await runBench(simulation.url, [
      '--users',
      '512',
      '--requests',
      requests,
      '--output-tokens',
      '16',
    ]);
    peaks.push(run.peakResidentBytes);
  }
  simulation.stop();
  const [few = Number.NaN, many = Number.NaN] = peaks;
  console.log('\n| 512 users | peak resident MB |\n|---|---|');
  console.log(`| 2,048 requests | ${(few / 1e6).toFixed(0)} |`);
  console.log(`| 20,480 requests | ${(many / 1e6).toFixed(0)} (${(many / few).toFixed(2)} times) |`);
}
