import { stripVTControlCharacters } from 'node:util';
import { type AgentClient, createAgentClient } from '@kneepoint/runner-agent/client';
import { render } from 'ink-testing-library';
import { expect, onTestFinished, test } from 'vitest';
import type { Screen } from '../app/screen.ts';
import type { TuiWorld } from '../app/tui-world.ts';
import { homeWorld } from '../home/testing/home-world.ts';
import { jobScreen } from './job-screen.tsx';
import { simulatedPlan, startRealAgent } from './testing/real-agent.ts';
import { openWire } from './testing/wire.ts';

const seen = { timeout: 30_000 };

/** The view of a job on an agent of this address. */
function show(url: string, jobId: string) {
  const opened: Screen[] = [];
  const taken: boolean[] = [];
  const world: TuiWorld = {
    ...homeWorld({ agents: [{ url, client: async () => createAgentClient({ url, token: null }) }] }),
    now: () => Date.now(),
  };
  const { View } = jobScreen;
  const screen = render(
    <View
      screen={{ kind: 'job', agentUrl: url, jobId, name: '원격 비교' }}
      world={world}
      navigation={{ open: (screen) => void opened.push(screen), back: () => {}, leave: () => {} }}
      columns={80}
      rows={22}
      takeKeys={(keys) => void taken.push(keys)}
    />,
  );
  onTestFinished(() => screen.unmount());
  const text = (): string => stripVTControlCharacters(screen.lastFrame() ?? '');
  /** What has been drawn hears keys by the time that it is drawn again. */
  const press = async (key: string): Promise<void> => {
    const { length } = screen.frames;
    if (!text().includes('The job'))
      await expect.poll(() => screen.frames.length, seen).toBeGreaterThan(length);
    screen.stdin.write(key);
  };
  return { text, opened, taken, press, leave: screen.unmount };
}

async function submit(url: string, stages: number, seconds: number): Promise<[AgentClient, string]> {
  const client = createAgentClient({ url, token: null });
  const { id } = await client.submitJob({ plan: await simulatedPlan(stages, seconds) });
  return [client, id];
}

test('a job is followed over a connection that drops: why is said, and the picture is whole when it is back', async () => {
  const agent = await startRealAgent();
  const wire = await openWire(agent.port);
  const [client, id] = await submit(agent.url, 2, 3);
  const { text, opened, press } = show(wire.url, id);
  await expect.poll(text, seen).toContain('q leaves this view: the job goes on');
  await expect.poll(text, seen).toContain('▶ measuring');
  await wire.cut();
  await expect.poll(text, seen).toMatch(/No connection to the agent \(.+\)/);
  // The first stage ends while nobody hears of it.
  await expect.poll(async () => (await client.job(id)).stages.ended, seen).toBeGreaterThan(0);
  await wire.mend();
  await expect.poll(text, seen).not.toContain('No connection');
  await expect.poll(text, seen).toMatch(/✓ The job is done \(exit code \d\)/);
  expect(text()).toContain('Enter opens the result');
  // Both stages are in the picture, the one that ended unheard, too.
  expect(text()).toContain('2 of 2 stages done');
  await press('\r');
  await expect
    .poll(() => opened)
    .toEqual([
      {
        kind: 'result',
        source: { from: 'agent', agentUrl: wire.url, jobId: id, name: '원격 비교' },
      },
    ]);
});

test('who leaves lets the job go on, and who comes late sees all of it', async () => {
  const agent = await startRealAgent();
  const [client, id] = await submit(agent.url, 2, 2);
  const first = show(agent.url, id);
  await expect.poll(first.text, seen).toContain('▶ measuring');
  await first.press('q');
  first.leave();
  await expect.poll(async () => (await client.job(id)).state, seen).toBe('done');
  const late = show(agent.url, id);
  await expect.poll(late.text, seen).toContain('✓ The job is done');
  expect(late.text()).toMatch(/sim/);
  expect((await client.job(id)).stages).toEqual({ total: 2, ended: 2 });
});

test('a job is held, released and skipped from its view, and cancelled after a question', async () => {
  const agent = await startRealAgent();
  const [client, id] = await submit(agent.url, 3, 60);
  const { text, press, taken } = show(agent.url, id);
  await expect.poll(text, seen).toContain('▶ measuring');
  await press('p');
  await expect.poll(async () => (await client.job(id)).held, seen).toBe(true);
  await expect.poll(text, seen).toContain('! held');
  await press('p');
  await expect.poll(async () => (await client.job(id)).held, seen).toBe(false);
  await expect.poll(text, seen).not.toContain('! held');
  await press('s');
  await expect.poll(async () => (await client.job(id)).stages.ended, seen).toBe(1);
  await press('x');
  await expect.poll(text, seen).toContain('Cancel this job?');
  expect(taken).toEqual([true]);
  await press('n');
  await expect.poll(text, seen).not.toContain('Cancel this job?');
  expect((await client.job(id)).state).toBe('measuring');
  await press('x');
  await expect.poll(text, seen).toContain('Cancel this job?');
  await press('y');
  await expect.poll(text, seen).toMatch(/! The job was cancelled \(exit code 130\)/);
  expect(taken).toEqual([true, false, true, false]);
  expect((await client.result(id)).stages.map(({ status }) => status)).toEqual(['partial', 'partial']);
});

test('what the agent refuses is said, and a job that nobody knows is no end of the program', async () => {
  const agent = await startRealAgent();
  const [client, id] = await submit(agent.url, 1, 60);
  const [, waiting] = await submit(agent.url, 1, 60);
  const { text, press } = show(agent.url, waiting);
  await expect.poll(text, seen).toContain('· waiting');
  await press('p');
  await expect.poll(text, seen).toContain('The agent did not do it: the job has not begun');
  const unknown = show(agent.url, 'job-00000000000000000000');
  await expect.poll(unknown.text, seen).toContain('there is no such job');
  await client.cancelJob(waiting, true);
  await client.cancelJob(id, true);
});

test('an agent that is not there is tried again, and the reason is on the screen', async () => {
  const agent = await startRealAgent();
  const wire = await openWire(agent.port);
  const [client, id] = await submit(agent.url, 1, 60);
  await wire.cut();
  const { text } = show(wire.url, id);
  await expect.poll(text, seen).toContain('ECONNREFUSED');
  await wire.mend();
  await expect.poll(text, seen).toContain('▶ measuring');
  await client.cancelJob(id, true);
});
