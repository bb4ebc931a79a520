import { expect, test } from 'vitest';
import type { DoctorCheck } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';
import { filesWith, nvidiaSurvey, recordedHost } from '../testing/recorded-host.ts';
import { checkHost, surveyHost } from './check-host.ts';

const checksOf = async (
  changed: Partial<DoctorHost>,
  needsDocker = false,
): Promise<readonly DoctorCheck[]> => {
  const host = recordedHost(changed);
  return checkHost(host, await surveyHost(host), needsDocker);
};

/** What a check came to: its outcome, and the problem where there is one. */
const outcomeOf = (checks: readonly DoctorCheck[], name: string): string => {
  const check = checks.find((candidate) => candidate.name === name);
  if (check === undefined) return 'missing';
  return check.outcome === 'problem' ? `${check.weight}: ${check.problem.id}` : check.outcome;
};

const rtx5090 = { name: 'NVIDIA GeForce RTX 5090', computeCapability: '12.0' };

test('a host without a GPU has nothing wrong with it, and says what was skipped', async () => {
  const checks = await checksOf({});
  expect(checks.filter(({ outcome }) => outcome === 'problem')).toEqual([]);
  expect(checks.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name)).toEqual([
    'gpu',
    'driver',
    'container-toolkit',
  ]);
  expect(checks.find(({ name }) => name === 'gpu')).toMatchObject({
    reason: 'nvidia-smi: it is not installed',
  });
});

test.each<readonly [string, Partial<DoctorHost>, string]>([
  ['node', { nodeVersion: '20.11.0' }, 'error: node-too-old'],
  ['cores', { cores: 2 }, 'advice: few-cores'],
  ['memory', { memoryBytes: 2e9 }, 'advice: little-memory'],
  [
    'file-descriptors',
    { files: filesWith({ limits: 'Max open files   1024   524288  files\n' }) },
    'error: file-descriptors-few',
  ],
  ['ports', { files: filesWith({ ports: '60000 61000\n' }) }, 'advice: ephemeral-ports-few'],
  ['clock-source', { files: filesWith({ clock: 'hpet\n' }) }, 'advice: clock-source-slow'],
  ['shared-memory', { sharedMemoryBytes: async () => 64 * 2 ** 20 }, 'advice: host-shared-memory-small'],
])('%s: what is too little is said', async (name, changed, expected) => {
  const checks = await checksOf(changed);
  expect(outcomeOf(checks, name)).toBe(expected);
  expect(checks.filter(({ outcome }) => outcome === 'problem')).toHaveLength(1);
});

test('what cannot be read is skipped, not wrong', async () => {
  const checks = await checksOf({
    files: filesWith({ limits: '', ports: '', clock: '' }),
    sharedMemoryBytes: async () => null,
  });
  for (const name of ['file-descriptors', 'ports', 'clock-source', 'shared-memory'])
    expect(outcomeOf(checks, name)).toBe('skipped');
});

test('a driver that does not know the GPU is an error, a newer one is not', async () => {
  const old = await checksOf({
    gpus: async () => nvidiaSurvey({ ...rtx5090, driver: '555.42.02', cuda: '12.5' }),
  });
  expect(outcomeOf(old, 'driver')).toBe('error: blackwell-driver-too-old');
  expect(outcomeOf(old, 'gpu')).toBe('ok');
  const today = await checksOf({
    gpus: async () => nvidiaSurvey({ ...rtx5090, driver: '580.95.05', cuda: '13.0' }),
  });
  expect(outcomeOf(today, 'driver')).toBe('ok');
});

test('a host that has a GPU and Docker needs the container toolkit', async () => {
  const gpus = async () => nvidiaSurvey({ ...rtx5090, driver: '580.95.05', cuda: '13.0' });
  expect(outcomeOf(await checksOf({ gpus }), 'container-toolkit')).toBe('error: container-toolkit-missing');
  const withRuntime = async () =>
    ({ kind: 'reachable', version: '28.2.2', runtimes: ['runc', 'nvidia'], devices: [] }) as const;
  expect(outcomeOf(await checksOf({ gpus, docker: withRuntime }), 'container-toolkit')).toBe('ok');
  const withDevices = async () =>
    ({ kind: 'reachable', version: '28.2.2', runtimes: ['runc'], devices: ['nvidia.com/gpu'] }) as const;
  expect(outcomeOf(await checksOf({ gpus, docker: withDevices }), 'container-toolkit')).toBe('ok');
});

test('Docker that cannot be used is wrong only where it is needed', async () => {
  const docker = async () => ({ kind: 'unreachable', reason: 'there is no such socket' }) as const;
  expect(outcomeOf(await checksOf({ docker }), 'docker')).toBe('skipped');
  expect(outcomeOf(await checksOf({ docker }, true), 'docker')).toBe('error: docker-unreachable');
});
