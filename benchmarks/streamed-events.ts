import { availableParallelism } from 'node:os';
import { runBench } from './support/run-bench.ts';
import { runFloor } from './support/run-floor.ts';
import { startPrecomputed } from './support/start-precomputed.ts';

const users = 64;
const outputTokens = 2048;
const floorRequests = 1500;
const askedOfOne = 200_000;
const askedGain = 1.7;

/**
 * Long answers, sent as fast as the sockets take them: events per second that one worker and two workers read. Two workers
 * need a core each and the server a third: on fewer cores the second one only takes the server's, and the table says so.
 */
export async function measureStreamedEvents(): Promise<void> {
  const server = await startPrecomputed(outputTokens);
  const floor = await runFloor(server.url, { users, requests: floorRequests, outputTokens });
  const floorRate = (floor.events * 1e6) / floor.wallMicros;
  console.log(
    `\n| answers of ${outputTokens} tokens, unpaced, ${users} users | events/s | asked | us of CPU per event, the whole process | trust |\n|---|---|---|---|---|`,
  );
  console.log(
    `| bare reader | ${floorRate.toFixed(0)} | | ${(floor.cpuMicros / floor.events).toFixed(2)} | |`,
  );
  let one = Number.NaN;
  for (const workers of [1, 2]) {
    const load = ['--users', String(users), '--output-tokens', String(outputTokens), '--duration', '4s'];
    const { stage, cpuMicros } = await runBench(server.url, [...load, '--workers', String(workers)]);
    const rate = stage.generator.eventsPerSecond ?? Number.NaN;
    if (workers === 1) one = rate;
    const asked =
      workers === 1 ? `${askedOfOne}` : `${askedGain} times one worker's: ${(rate / one).toFixed(2)}`;
    console.log(
      `| ${workers} worker${workers === 1 ? '' : 's'} | ${rate.toFixed(0)} | ${asked} | ${(cpuMicros / stage.tokens.events).toFixed(2)} | ${stage.trust.verdict} |`,
    );
  }
  server.stop();
  const cores = availableParallelism();
  if (cores < 3) console.log(`\n${cores} cores: no core is free for a second worker while the server runs.`);
}

if (import.meta.main) await measureStreamedEvents();
