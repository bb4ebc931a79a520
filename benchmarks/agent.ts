import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseOwnResult } from '@kneepoint/core';
import { program } from './support/run-bench.ts';
import { startSimulation } from './support/start-simulation.ts';

const starts = 5;
const listeners = 100;
const loadSeconds = 10;
const requestsPerSecond = 200;

type Agent = { readonly url: string; readonly startMillis: number; stop(): Promise<void> };

/** Starts `kneepoint agent` in a process and a state folder of its own; it counts as started when `/health` answers. */
async function startAgent(): Promise<Agent> {
  const state = await mkdtemp(join(tmpdir(), 'kneepoint-agent-'));
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, [program, 'agent', '--port', '0', '--state', state], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.stdout === null) throw new Error('the agent has no output');
  const [line] = await firstLine(child.stdout);
  const { url } = JSON.parse(line ?? '') as { readonly url: string };
  await (await fetch(`${url}/health`)).text();
  const startMillis = performance.now() - startedAt;
  return {
    url,
    startMillis,
    stop: async () => {
      const ended = new Promise((settle) => child.once('close', settle));
      child.kill('SIGTERM');
      await ended;
      await rm(state, { recursive: true, force: true });
    },
  };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string[]> {
  for await (const line of createInterface({ input: output })) return [line];
  return [];
}

/** The p99 of the start lag of a job, in milliseconds, while so many listeners follow its events. */
async function startLagWith(count: number, target: string): Promise<number | null> {
  const agent = await startAgent();
  const abort = new AbortController();
  try {
    const id = await submit(agent.url, target);
    const following = Array.from({ length: count }, () =>
      fetch(`${agent.url}/jobs/${id}/events`, { signal: abort.signal })
        .then(async (answer) => {
          for await (const _ of answer.body ?? []);
        })
        .catch(() => undefined),
    );
    await untilEnded(agent.url, id);
    abort.abort();
    await Promise.all(following);
    const text = await (await fetch(`${agent.url}/jobs/${id}/result`)).text();
    const lag = parseOwnResult(text, 'the result').stages[0]?.metrics.startLag;
    const p99 = lag?.p99 ?? lag?.max ?? null;
    return p99 === null ? null : p99 / 1000;
  } finally {
    await agent.stop();
  }
}

async function submit(agent: string, target: string): Promise<string> {
  const plan = `version: 1
name: listeners
targets: [{ name: server, url: "${target}" }]
suites: [{ kind: rate, requestsPerSecond: [${requestsPerSecond}], arrivals: constant, duration: ${loadSeconds}s, inputTokens: 40, outputTokens: 4 }]
`;
  const answer = await fetch(`${agent}/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan }),
  });
  const { id } = (await answer.json()) as { readonly id: string };
  return id;
}

async function untilEnded(agent: string, id: string): Promise<void> {
  for (;;) {
    const { endedAt } = (await (await fetch(`${agent}/jobs/${id}`)).json()) as { readonly endedAt: unknown };
    if (endedAt !== null) return;
    await delay(200);
  }
}

/** Prints how long an agent takes to start, and what listeners of a job cost its load. */
export async function measureAgent(): Promise<void> {
  const millis: number[] = [];
  for (let start = 0; start < starts; start++) {
    const agent = await startAgent();
    millis.push(agent.startMillis);
    await agent.stop();
  }
  millis.sort((left, right) => left - right);
  const median = millis[Math.floor(starts / 2)] ?? Number.NaN;
  console.log('\n| the agent | measured | asked |\n|---|---|---|');
  console.log(
    `| from the command to the first answer, median of ${starts} | ${median.toFixed(0)} ms | < 500 ms |`,
  );
  const simulation = await startSimulation(['--profile', 'ideal', '--ttft-ms', '20', '--step-ms', '5']);
  try {
    const alone = await startLagWith(0, simulation.url);
    const followed = await startLagWith(listeners, simulation.url);
    const shown = (lag: number | null): string => (lag === null ? 'unknown' : `${lag.toFixed(2)} ms`);
    console.log(
      `| start lag p99 of ${requestsPerSecond} requests/s, with 0 and with ${listeners} listeners | ${shown(alone)}, ${shown(followed)} | not 1 ms more |`,
    );
  } finally {
    simulation.stop();
  }
}

if (import.meta.main) await measureAgent();
