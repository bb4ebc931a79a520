import { createAgentClient } from '@kneepoint/runner-agent/client';
import { expect, onTestFinished, test } from 'vitest';
import { wordsOf } from '../../words/words-of.ts';
import { JobWatch } from './job-watch.ts';
import { simulatedPlan, startRealAgent } from './testing/real-agent.ts';
import { openWire } from './testing/wire.ts';

const seen = { timeout: 30_000 };

const watchOf = (url: string, id: string): JobWatch =>
  new JobWatch({
    id,
    name: 'x',
    client: async () => createAgentClient({ url, token: null }),
    words: wordsOf('en'),
    now: Date.now,
  });

test('a job that nobody looked at for a while is followed on from there, and nothing is told twice', async () => {
  const agent = await startRealAgent();
  const client = createAgentClient({ url: agent.url, token: null });
  const { id } = await client.submitJob({ plan: await simulatedPlan(2, 2) });
  const watch = watchOf(agent.url, id);
  const stop = watch.start();
  await expect.poll(() => watch.view(10).run.stage, seen).not.toBeNull();
  stop();
  await expect.poll(async () => (await client.job(id)).stages.ended, seen).toBeGreaterThan(0);
  onTestFinished(watch.start());
  await expect.poll(() => watch.view(10).following.kind, seen).toBe('ended');
  const { run } = watch.view(10);
  expect(run.cells.map(({ state }) => state)).toEqual(['ended', 'ended']);
  const started = run.log.filter(({ text }) => text.startsWith('started:'));
  expect(started).toHaveLength(2);
});

test('a job that has nothing to say is seen to be connected again', async () => {
  const agent = await startRealAgent();
  const wire = await openWire(agent.port);
  const client = createAgentClient({ url: agent.url, token: null });
  const running = await client.submitJob({ plan: await simulatedPlan(1, 60) });
  const waiting = await client.submitJob({ plan: await simulatedPlan(1, 60) });
  const watch = watchOf(wire.url, waiting.id);
  onTestFinished(watch.start());
  await expect.poll(() => watch.view(10).state, seen).toBe('queued');
  await wire.cut();
  await expect.poll(() => watch.view(10).run.disconnected, seen).not.toBeNull();
  await wire.mend();
  await expect.poll(() => watch.view(10).run.disconnected, seen).toBeNull();
  await client.cancelJob(waiting.id, true);
  await client.cancelJob(running.id, true);
});
