import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type OwnResult, readOwnResultFile } from '../packages/core/src/index.ts';
import { stageAt } from './support/read-result.ts';
import { type KneepointEnd, newFolder, startKneepoint } from './support/run-kneepoint.ts';
import { type MortalSimulator, startMortalSimulator } from './support/start-mortal-simulator.ts';
import { answerTwoTokens, startRecordingServer } from './support/start-recording-server.ts';

async function simulator(...flags: readonly string[]): Promise<MortalSimulator> {
  const target = await startMortalSimulator(...flags);
  onTestFinished(() => target.signal('SIGKILL'));
  return target;
}

type Bench = { readonly output: string; readonly ended: Promise<KneepointEnd> };

function bench(url: string, ...flags: string[]): Bench {
  const output = join(newFolder(), 'result.json');
  const words = ['bench', url, '--input-tokens', '40', '--output', output, ...flags];
  return { output, ended: startKneepoint(words).ended };
}

/** The run has ended by itself with this code, and says so in a result that can be read. */
async function endedWith(code: 3 | 5, { output, ended }: Bench): Promise<OwnResult> {
  const end = await ended;
  expect(end.code, end.stderr).toBe(code);
  const result = await readOwnResultFile(output);
  expect(result.exit?.code).toBe(code);
  return result;
}

const statuses = (result: OwnResult): readonly (readonly [string, string])[] =>
  result.stages.map((stage) => [stage.id, stage.status] as const);

test('a target that dies in the warm-up ends the run with exit code 3, and nothing counts as measured', async () => {
  const target = await simulator();
  const run = bench(
    target.url,
    ...['--users', '2', '--warmup', '60s', '--duration', '60s', '--output-tokens', '4'],
  );
  await target.seen(4);
  await target.signal('SIGKILL');
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([['users-2', 'failed']]);
  expect(stageAt(result, 0).counts).toMatchObject({ completed: 0, cut: 0 });
});

test('a target that dies in the window ends the run with exit code 3 and keeps the levels that were finished', async () => {
  const target = await simulator();
  const run = bench(target.url, ...['--users', '1,2,3', '--requests', '30', '--output-tokens', '4']);
  await target.seen(36, 'completed');
  await target.signal('SIGKILL');
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([
    ['users-1', 'completed'],
    ['users-2', 'partial'],
  ]);
  expect(stageAt(result, 0).counts).toMatchObject({ dispatched: 30, completed: 30, failed: 0 });
  const { counts } = stageAt(result, 1);
  expect(counts.completed).toBeGreaterThanOrEqual(6);
  expect(counts.completed + counts.failed + counts.cut).toBe(counts.dispatched);
});

test('a target that dies in the drain fails what was in flight, and the level ends', async () => {
  const target = await simulator();
  const rate = ['--rate', '20', '--arrivals', 'constant', '--duration', '1s', '--warmup', '0'];
  const run = bench(target.url, ...rate, '--output-tokens', '3000');
  await target.seen(20);
  await target.signal('SIGKILL');
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([['rate-20', 'failed']]);
  expect(stageAt(result, 0).counts).toMatchObject({ dispatched: 20, completed: 0, failed: 20, cut: 0 });
});

test('a target that dies in the last requests leaves the level unfinished, however few of them it fails', async () => {
  const target = await simulator('--fault', 'die-after=27');
  const run = bench(target.url, ...['--users', '1', '--requests', '30', '--output-tokens', '2']);
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([['users-1', 'partial']]);
  const { counts, statusReason } = stageAt(result, 0);
  expect(counts.failed).toBeLessThan(5);
  expect(statusReason).toContain('could not be reached any more');
});

test('a target that falls silent in the last request leaves the level unfinished', async () => {
  const target = await simulator();
  const load = ['--users', '1', '--requests', '4', '--output-tokens', '100', '--timeout', '2s'];
  const run = bench(target.url, ...load);
  await target.seen(4);
  await target.signal('SIGSTOP');
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([['users-1', 'partial']]);
  expect(stageAt(result, 0).counts).toMatchObject({ completed: 3, failed: 1 });
});

test('a level in which the target died is done again by --resume', async () => {
  const target = await simulator('--fault', 'die-after=14');
  const load = ['--users', '1,2', '--requests', '8', '--output-tokens', '2'];
  const run = bench(target.url, ...load);
  // The server dies before the last two requests of the second level.
  expect(statuses(await endedWith(3, run)).map(([, status]) => status)).toEqual(['completed', 'partial']);
  const again = await simulator('--port', new URL(target.url).port);
  const resumed = await startKneepoint([
    'bench',
    again.url,
    '--input-tokens',
    '40',
    '--resume',
    run.output,
    ...load,
  ]).ended;
  expect([0, 5], resumed.stderr).toContain(resumed.code);
  const result = await readOwnResultFile(run.output);
  expect(statuses(result)).toEqual([
    ['users-1', 'completed'],
    ['users-2', 'completed'],
  ]);
  expect(stageAt(result, 1).counts).toMatchObject({ dispatched: 8, completed: 8, failed: 0 });
});

test('a server that loses its last answers and is still there has finished its level', async () => {
  let asked = 0;
  const server = await startRecordingServer({
    chat: (response) => {
      if (++asked > 12) response.destroy();
      else void answerTwoTokens(response);
    },
  });
  onTestFinished(server.close);
  const run = bench(server.url, ...['--users', '1', '--requests', '15', '--output-tokens', '2']);
  const end = await run.ended;
  expect([0, 5], end.stderr).toContain(end.code);
  const result = await readOwnResultFile(run.output);
  expect(statuses(result)).toEqual([['users-1', 'completed']]);
  expect(stageAt(result, 0).counts).toMatchObject({ completed: 12, failed: 3 });
});

test('a target that refuses the connection is said to be unreachable before anything is written', async () => {
  const target = await simulator();
  await target.signal('SIGKILL');
  const run = bench(target.url, '--users', '2', '--model', 'm');
  const end = await run.ended;
  expect(end.code, end.stderr).toBe(3);
  expect(existsSync(run.output)).toBe(false);
});

test('a target that accepts and never answers ends the run after the time-out with exit code 3', async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = bench(
    url,
    ...['--users', '2,4', '--duration', '120s', '--warmup', '0', '--timeout', '2s', '--model', 'm'],
  );
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([['users-2', 'failed']]);
  expect(stageAt(result, 0).errors.map((error) => error.class)).toEqual(['timeout']);
});

test('a target that falls silent for ever in the window ends the run with exit code 3 and keeps what was finished', async () => {
  const target = await simulator();
  const load = ['--users', '1,2,3', '--requests', '60', '--output-tokens', '2', '--timeout', '2s'];
  const run = bench(target.url, ...load);
  await target.seen(66, 'completed');
  await target.signal('SIGSTOP');
  const result = await endedWith(3, run);
  expect(statuses(result)).toEqual([
    ['users-1', 'completed'],
    ['users-2', 'partial'],
  ]);
  expect(stageAt(result, 1).errors.every((error) => error.class === 'timeout')).toBe(true);
});
