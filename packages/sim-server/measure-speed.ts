/**
 * Measures what this server can do on this machine: `node measure-speed.ts [streams] [stepMilliseconds] [seconds] [server flags...]`.
 * Starts the server in a process of its own, opens all streams at once over plain sockets that count bytes only, and
 * prints the events per second, the processor time per event and how regular the steps were.
 */
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const streams = Number(process.argv[2] ?? 50);
const stepMilliseconds = Number(process.argv[3] ?? 10);
const seconds = Number(process.argv[4] ?? 3);
const tokens = Math.round((seconds * 1000) / stepMilliseconds);

const entry = fileURLToPath(new URL('./src/serve.ts', import.meta.url));
const flags = [
  '--step-ms',
  String(stepMilliseconds),
  '--max-model-tokens',
  '1000000',
  ...process.argv.slice(5).filter((flag) => flag !== '--continuous'),
];
const server = spawn(process.execPath, [entry, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });

interface Simulation {
  readonly processor: { readonly user: number; readonly system: number };
}

function oneStream(port: number): Promise<void> {
  const body = JSON.stringify({
    messages: [{ role: 'user', content: 'Write a poem about spring' }],
    max_tokens: tokens,
    ignore_eos: true,
    stream: true,
    stream_options: { include_usage: true, continuous_usage_stats: process.argv.includes('--continuous') },
  });
  return new Promise((resolve, reject) => {
    let tail = '';
    const shared = Buffer.alloc(65_536);
    const socket = connect({
      port,
      host: '127.0.0.1',
      onread: {
        buffer: shared,
        callback: (size: number) => {
          tail = shared.toString('latin1', Math.max(0, size - 8), size);
          if (tail.endsWith('\n0\r\n\r\n')) socket.end(resolve);
          return true;
        },
      },
    });
    socket.on('error', reject);
    const head = `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    socket.on('connect', () => socket.write(head + body));
  });
}

async function main(url: string): Promise<void> {
  const { port } = new URL(url);
  await oneWarmUp(url);
  const before = (await (await fetch(`${url}/simulation`)).json()) as Simulation;
  const started = performance.now();
  await Promise.all(Array.from({ length: streams }, () => oneStream(Number(port))));
  const elapsed = (performance.now() - started) / 1000;
  const after = (await (await fetch(`${url}/simulation`)).json()) as Simulation;
  const truth = (await (await fetch(`${url}/truth`)).json()) as {
    totals: { events: number };
    gap: Record<string, number>;
    lateness: Record<string, number>;
    timeToFirstToken: Record<string, number>;
  };
  const { user, system } = after.processor;
  const spent = user + system - before.processor.user - before.processor.system;
  const round = (values: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Math.round(value)]));
  console.log({
    streams,
    stepMilliseconds,
    eventsPerSecond: Math.round(truth.totals.events / elapsed),
    processorMicrosPerEvent: Number((spent / truth.totals.events).toFixed(2)),
    processorShare: Number((spent / 1e6 / elapsed).toFixed(3)),
  });
  console.table({
    gap: round(truth.gap),
    lateness: round(truth.lateness),
    ttft: round(truth.timeToFirstToken),
  });
}

async function oneWarmUp(url: string): Promise<void> {
  const { port } = new URL(url);
  await Promise.all(Array.from({ length: 4 }, () => oneStream(Number(port))));
  await fetch(`${url}/truth/reset`, { method: 'POST' });
}

createInterface({ input: server.stdout }).once('line', (line) => {
  const { url } = JSON.parse(line) as { url: string };
  main(url)
    .catch((error: unknown) => console.error(error))
    .finally(() => server.kill('SIGTERM'));
});
