import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles, startSimulatedServer } from '@kneepoint/sim-server';
import { expect, onTestFinished, test } from 'vitest';
import { serveAgent } from '../api/serve-agent.ts';
import type { JobEvent } from '../events/job-event.ts';
import { depsForTests, smallPlan } from '../jobs/testing/agent-for-tests.ts';
import { createAgentClient } from './agent-client.ts';
import { followEvents } from './follow-job.ts';

const token = 'a-token-for-the-tests-0123456789';

async function serve() {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-follow-'));
  const agent = await serveAgent({ ...depsForTests(state), host: '127.0.0.1', port: 0, token });
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return agent;
}

/** A wire to the agent that can be cut. */
async function startWire(
  port: number,
): Promise<{ readonly url: string; cut(): void; readonly server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer((here) => {
    const there = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    cut,
    server,
  };
}

test('a connection that is cut again and again costs no event and brings none twice', async () => {
  const simulated = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => simulated.close());
  const agent = await serve();
  const wire = await startWire(Number(new URL(agent.url).port));
  const client = createAgentClient({ url: wire.url, token });
  const { id } = await client.submitJob({
    plan: smallPlan([`  - { name: sim, url: "${simulated.url}" }`], 'repeats: 3'),
  });
  const events: JobEvent[] = [];
  const reasons: string[] = [];
  const reconnecting = (reason: string): void => void reasons.push(reason);
  let connections = 0;
  const connected = (): void => void connections++;
  for await (const event of client.followJob(id, { firstWaitMillis: 1, reconnecting, connected })) {
    events.push(event);
    if (event.kind === 'stage-started' || event.kind === 'stage-ended' || events.length === 1) wire.cut();
  }
  expect(reasons.length).toBeGreaterThanOrEqual(4);
  expect(connections).toBeGreaterThanOrEqual(4);
  const whole: JobEvent[] = [];
  for await (const event of createAgentClient({ url: agent.url, token }).followJob(id)) whole.push(event);
  const lasting = (list: readonly JobEvent[]) =>
    list.filter(({ kind }) => !['progress', 'probe', 'server'].includes(kind));
  expect(lasting(events)).toEqual(lasting(whole));
  expect(events.at(-1)).toMatchObject({ kind: 'state', state: 'done' });
});

test('who was too slow asks again for what was left out, and once only where it is gone', async () => {
  const event = (id: number, state = 'measuring') =>
    `id: ${id}\ndata: {"id":${id},"kind":"state","state":"${state}","reason":null}\n\n`;
  const skipped = (from: number, to: number) =>
    `id: ${to}\ndata: {"kind":"events-skipped","from":${from},"to":${to}}\n\n`;
  const streams = [
    [event(1), skipped(2, 3), event(4)],
    [event(2), skipped(3, 4), event(5)],
    [skipped(3, 4), event(5, 'done')],
  ];
  const asked: number[] = [];
  const following = followEvents(
    async (after) => {
      asked.push(after);
      const texts = streams.shift() ?? [];
      return ReadableStream.from(texts.map((text) => new TextEncoder().encode(text)));
    },
    { silenceMillis: 10_000 },
  );
  const told: unknown[] = [];
  for await (const one of following) told.push('id' in one ? one.id : one.kind);
  expect(asked).toEqual([0, 1, 2]);
  expect(told).toEqual([1, 2, 'events-skipped', 5]);
});

test('an agent that is gone is waited for as long as asked, then given up', async () => {
  const agent = await serve();
  const { url } = agent;
  await agent.close();
  const following = createAgentClient({ url, token }).followJob('job-00000000000000000000', {
    firstWaitMillis: 1,
    longestWaitMillis: 5,
    patienceMillis: 50,
  });
  await expect(following.next()).rejects.toMatchObject({ code: 'agent-unreachable', exitCode: 3 });
});

test('a job that is not known, or a token that is wrong, is said at once', async () => {
  const { url } = await serve();
  const unknown = createAgentClient({ url, token }).followJob('job-00000000000000000000');
  await expect(unknown.next()).rejects.toMatchObject({ code: 'unknown' });
  const wrong = createAgentClient({ url, token: 'wrong-token-0123456789' }).followJob(
    'job-00000000000000000000',
  );
  await expect(wrong.next()).rejects.toMatchObject({ code: 'token-wrong' });
});

test('who stops following ends without an error', async () => {
  const { url } = await serve();
  const client = createAgentClient({ url, token });
  const simulated = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => simulated.close());
  const plan = smallPlan([`  - { name: sim, url: "${simulated.url}" }`]);
  const { id } = await client.submitJob({ plan });
  const stop = new AbortController();
  let count = 0;
  for await (const _ of client.followJob(id, { signal: stop.signal })) {
    count++;
    stop.abort();
  }
  expect(count).toBe(1);
});
