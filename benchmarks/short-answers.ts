import { runBench } from './support/run-bench.ts';
import { runFloor } from './support/run-floor.ts';
import { startPrecomputed } from './support/start-precomputed.ts';

const users = 50;
const outputTokens = 4;
const floorRequests = 300_000;
const askedPerSecond = 70_000;
/** As long as the bare reader's request. */
const fixedPrompt = 'word '.repeat(200);

const loads = [
  { name: 'one prompt, salted', flags: ['--prompt', fixedPrompt] },
  { name: 'a generated prompt each', flags: ['--input-tokens', '200'] },
];

/**
 * Four-token answers without pacing, one load worker: requests per second, beside what the bare reader reads of the same
 * server in the same minutes. On two cores the server has one of them, and the thread that writes the records shares the
 * other with the worker; so what a second of the worker's own CPU time carries is printed too.
 */
export async function measureShortAnswers(): Promise<void> {
  const server = await startPrecomputed(outputTokens);
  const floor = await runFloor(server.url, { users, requests: floorRequests, outputTokens });
  const floorRate = (floorRequests * 1e6) / floor.wallMicros;
  const floorCost = floor.cpuMicros / floorRequests;
  console.log(
    `\n| ${outputTokens}-token answers, ${users} users, one worker | requests/s (asked ${askedPerSecond}) | of the bare reader's | us of the worker's CPU per request | of the bare reader's | requests per second of its CPU | trust |`,
  );
  console.log('|---|---|---|---|---|---|---|');
  console.log(
    `| bare reader | ${floorRate.toFixed(0)} | 1.00 | ${floorCost.toFixed(1)} | 1.00 | ${(1e6 / floorCost).toFixed(0)} | |`,
  );
  for (const { name, flags } of loads) {
    const load = ['--users', String(users), '--output-tokens', String(outputTokens), '--duration', '5s'];
    const { stage } = await runBench(server.url, [...load, '--workers', '1', ...flags]);
    const rate = stage.metrics.requestThroughput.value ?? Number.NaN;
    const cost = ((stage.generator.cpuShare ?? Number.NaN) * 1e6) / rate;
    console.log(
      `| ${name} | ${rate.toFixed(0)} | ${(rate / floorRate).toFixed(2)} | ${cost.toFixed(1)} | ${(cost / floorCost).toFixed(2)} | ${(1e6 / cost).toFixed(0)} | ${stage.trust.verdict} |`,
    );
  }
  server.stop();
}

if (import.meta.main) await measureShortAnswers();
