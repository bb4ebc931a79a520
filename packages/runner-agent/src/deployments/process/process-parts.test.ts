import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { baseEnvironment } from './base-environment.ts';
import { identityOf, identityText, isAlive, parseIdentity } from './process-identity.ts';
import { parseProcessStat } from './process-table.ts';

test('a process is read also when its name holds blanks and brackets', () => {
  const rest = 'S 10 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 987654 0 0';
  expect(parseProcessStat(`42 (a) b (c) ${rest}`)).toEqual({
    pid: 42,
    state: 'S',
    parent: 10,
    group: 42,
    startTicks: 987_654,
  });
  expect(parseProcessStat('nonsense')).toBeNull();
});

test('a process with the same pid and another start, boot or space of pids is another one', async () => {
  const own = await identityOf(process.pid);
  if (own === null) throw new Error('this process is not in /proc');
  expect(await isAlive(own)).toBe(true);
  expect(await isAlive({ ...own, startTicks: own.startTicks - 1 })).toBe(false);
  expect(await isAlive({ ...own, bootId: 'other' })).toBe(false);
  expect(await isAlive({ ...own, pidSpace: 'pid:[1]' })).toBe(false);
  expect(parseIdentity(identityText(own))).toEqual(own);
  expect(parseIdentity('1/x')).toBeNull();
});

test('a server gets what programs need, and none of the secrets of the agent', () => {
  const environment = { PATH: '/bin', HF_HOME: '/hf', CUDA_VISIBLE_DEVICES: '0', HTTPS_PROXY: 'http://p' };
  expect(
    baseEnvironment({
      ...environment,
      HF_TOKEN: 's',
      KNEEPOINT_AGENT_TOKEN: 's',
      UV_INDEX_PASSWORD: 's',
      OTHER: 'x',
    }),
  ).toEqual(environment);
});

test('a descriptor that was left open to this process does not reach its children', async () => {
  const module = new URL('./inherited-descriptors.ts', import.meta.url).href;
  const program = `import { spawnSync } from 'node:child_process'; import { openSync } from 'node:fs';
    const { childDescriptors, inheritedDescriptors } = await import(${JSON.stringify(module)});
    const nothing = openSync('/dev/null', 'r');
    const show = ['-c', 'readlink /proc/$$/fd/200'];
    const stdio = childDescriptors(1, nothing);
    console.log(JSON.stringify([inheritedDescriptors(), spawnSync('sh', show).stdout.toString().trim()]));
    spawnSync('sh', show, { stdio });`;
  const script = 'exec 200</etc/hostname; exec "$0" --input-type=module -e "$1"';
  const { stdout } = await promisify(execFile)('bash', ['-c', script, process.execPath, program]);
  const [before = '', after] = stdout.trim().split('\n');
  expect(JSON.parse(before)).toEqual([expect.arrayContaining([200]), '/etc/hostname']);
  expect(after).toBe('/dev/null');
});
