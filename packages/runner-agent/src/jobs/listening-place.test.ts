import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../api/testing/served-agent.ts';
import { findListeningAgent } from './listening-place.ts';

test('an agent that listens is found by its state folder, until it ends', async () => {
  const agent = await serve();
  expect(await findListeningAgent(agent.state)).toEqual({ url: agent.url, token: true });
  await agent.close();
  expect(await findListeningAgent(agent.state)).toBeNull();
});

test('an agent that was killed is not found, nor one where no agent ever was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-place-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(await findListeningAgent(folder)).toBeNull();
  // This process lives, but it is not the one that listened: that one began at another time.
  const killed = { url: 'http://127.0.0.1:7321', token: false, pid: process.pid, startedAt: '1' };
  writeFileSync(join(folder, 'listening.json'), JSON.stringify(killed));
  expect(await findListeningAgent(folder)).toBeNull();
  writeFileSync(join(folder, 'listening.json'), '{"url":');
  expect(await findListeningAgent(folder)).toBeNull();
});
