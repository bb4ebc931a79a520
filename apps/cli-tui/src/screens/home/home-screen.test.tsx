import { stripVTControlCharacters } from 'node:util';
import { KneepointError } from '@kneepoint/core';
import { displayWidth } from '@kneepoint/report';
import { render } from 'ink-testing-library';
import { expect, onTestFinished, test } from 'vitest';
import type { Screen } from '../app/screen.ts';
import type { NamedAgent, TuiWorld } from '../app/tui-world.ts';
import { homeScreen } from './home-screen.tsx';
import { answeringAgent, homeWorld, jobRecord, storedRun } from './testing/home-world.ts';

const unreachable: NamedAgent = {
  url: 'http://gpu-2:7321',
  client: async () => {
    const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 10.0.0.2:7321') });
    throw new KneepointError('the agent does not answer: connect ECONNREFUSED 10.0.0.2:7321', {
      code: 'agent-unreachable',
      exitCode: 3,
      cause,
    });
  },
};

const gpu1 = answeringAgent('http://gpu-1:7321', [
  jobRecord(),
  jobRecord({ id: 'job-00000000000000000002', name: 'next', state: 'queued', startedAt: null }),
  jobRecord({ id: 'job-00000000000000000003', name: 'held', held: true }),
  jobRecord({
    id: 'job-00000000000000000004',
    name: 'gestern 어제 昨天',
    state: 'failed',
    endedAt: '2026-11-23T10:00:00.000Z',
  }),
]);

function show(world: TuiWorld, [columns, rows]: readonly [number, number]) {
  const opened: Screen[] = [];
  const navigation = { open: (screen: Screen) => void opened.push(screen), back: () => {}, leave: () => {} };
  const { View } = homeScreen;
  const screen = render(
    <View
      screen={{ kind: 'home' }}
      world={world}
      navigation={navigation}
      columns={columns}
      rows={rows}
      takeKeys={() => {}}
    />,
  );
  onTestFinished(() => screen.unmount());
  const text = (): string => stripVTControlCharacters(screen.lastFrame() ?? '');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      screen.stdin.write(key);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { text, opened, press };
}

const world = (changes: Parameters<typeof homeWorld>[0] = {}): TuiWorld =>
  homeWorld({ agents: [gpu1, unreachable], runs: [storedRun()], ...changes });

test('agents are there with what they do or why they do not answer, their jobs, and the newest results', async () => {
  const { text } = show(world(), [80, 22]);
  await expect.poll(text).toContain('connect ECONNREFUSED');
  await expect.poll(text).toContain('quickstart');
  const lines = text().split('\n');
  expect(lines).toHaveLength(22);
  expect(text()).toContain('gpu-1:7321  ✓ 2 running, 1 waiting · version 0.2.0');
  expect(text()).toContain('gpu-2:7321  ✗ no answer: connect ECONNREFUSED 10.0.0.2:7321');
  await expect.poll(text).toContain('this host   · no agent listens here');
  expect(text()).toMatch(/▶ measuring +qwen3-8b-rtx5090 +3\/12 +for 4m 5s +gpu-1:7321/);
  expect(text()).toMatch(/! held +held +3\/12/);
  expect(text()).toMatch(/· waiting +next +3\/12 +for 5m 0s/);
  expect(text()).toMatch(/✗ failed +gestern 어제 昨天 +3\/12 +24h 0m ago/);
  expect(text()).toMatch(/1h 0m ago +quickstart +✓ valid +3,421 +vllm, sglang/);
});

test.each([
  [60, 18],
  [80, 22],
  [160, 48],
] as const)('in %i columns and %i rows no line is longer or shorter than the room', async (columns, rows) => {
  for (const language of ['en', 'ko', 'zh'] as const) {
    const { text } = show(world({ language }), [columns, rows]);
    await expect.poll(text).toContain('quickstart');
    const widths = text()
      .split('\n')
      .map((line) => displayWidth(line));
    expect(new Set(widths)).toEqual(new Set([columns]));
    expect(widths).toHaveLength(rows);
    expect(text()).toContain('qwen3-8b-rtx5090');
    expect(text()).toContain('3/12');
  }
});

test('the screen speaks Korean', async () => {
  const { text } = show(world({ language: 'ko' }), [80, 22]);
  await expect.poll(text).toContain('quickstart');
  await expect.poll(text).toContain('응답 없음: connect ECONNREFUSED');
  expect(text()).toContain('에이전트');
  expect(text()).toMatch(/▶ 측정 중 +qwen3-8b-rtx5090 +3\/12 +4분 5초째/);
  expect(text()).toMatch(/! 일시 정지 +held/);
});

test('Enter opens a job, and a result; h opens the history', async () => {
  const { text, opened, press } = show(world(), [80, 22]);
  await expect.poll(text).toContain('quickstart');
  await expect.poll(text).toContain('measuring');
  await press('\r', '\t', '\r', 'h');
  expect(opened).toEqual([
    {
      kind: 'job',
      agentUrl: 'http://gpu-1:7321',
      jobId: 'job-00000000000000000001',
      name: 'qwen3-8b-rtx5090',
    },
    {
      kind: 'result',
      source: { from: 'history', id: '20261124-090000-abcdef', name: 'quickstart' },
    },
    { kind: 'browser' },
  ]);
});

test('what is chosen stays chosen when the lists change around it', async () => {
  let jobs = [jobRecord({ id: 'job-0000000000000000000a', name: 'mine' })];
  const agent = answeringAgent('http://gpu-1:7321', [], { jobs: async () => jobs });
  const { text, opened, press } = show(world({ agents: [agent] }), [80, 22]);
  await expect.poll(text).toContain('mine');
  await press('k', 'j');
  jobs = [
    jobRecord({ id: 'job-0000000000000000000b', name: 'newer', createdAt: '2026-11-24T09:59:00.000Z' }),
    ...jobs,
  ];
  await press('r');
  await expect.poll(text).toContain('newer');
  await press('\r');
  expect(opened).toMatchObject([{ kind: 'job', jobId: 'job-0000000000000000000a' }]);
});

test('an agent that never answers delays no other, and the reason of the chosen one is there as a whole', async () => {
  const long =
    'a reason that is much longer than the line of an agent has room for: it goes on and on to the end';
  const deaf: NamedAgent = { url: 'http://deaf:1', client: () => new Promise(() => {}) };
  const wordy: NamedAgent = { url: 'http://wordy:1', client: async () => Promise.reject(new Error(long)) };
  const { text, press } = show(world({ agents: [deaf, wordy, gpu1] }), [60, 24]);
  await expect.poll(text).toContain('qwen3-8b');
  expect(text()).toContain('deaf:1      … asking…');
  expect(text()).not.toContain('to the end');
  await press('k', 'k');
  await expect.poll(() => text().replace(/[\s│┃]+/g, ' ')).toContain('on and on to the end');
});

test('a history that cannot be read is said, and the agents are there all the same', async () => {
  const broken: TuiWorld = {
    ...world(),
    history: () => Promise.reject(new Error('the disk is gone')),
  };
  const { text } = show(broken, [80, 22]);
  await expect.poll(text).toContain('The history cannot be read: the disk is gone');
  await expect.poll(text).toContain('qwen3-8b-rtx5090');
});
