import { usageError } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { wordsOf } from '../words/words-of.ts';
import { addressOf, chooseServers } from './choose-servers.ts';
import type { FoundServer } from './find-servers.ts';

const server = (port: number): FoundServer => ({
  url: `http://127.0.0.1:${port}`,
  engine: 'vllm',
  version: '0.32.0',
  api: 'openai-chat',
  model: 'Qwen/Qwen3-8B',
});

/** A person who types these lines; servers answer on 8001 to 8003. */
function person(...typed: readonly string[]) {
  const lines = [...typed];
  let said = '';
  const words = wordsOf('en').init;
  const choosing = {
    words,
    prompt: {
      question: async (text: string) => {
        said += text;
        const line = lines.shift();
        if (line === undefined) throw new Error('asked once more than expected');
        return line;
      },
    },
    say: (text: string) => {
      said += `${text}\n`;
    },
    find: async () => ({ servers: [server(8001), server(8002)], otherPorts: [] }),
    check: async (url: string) =>
      /800[123]$/.test(url)
        ? ({ kind: 'server', server: { ...server(8001), url } } as const)
        : ({ kind: 'none', error: usageError('x', 'nothing there') } as const),
    explain: () => 'no server, because',
  };
  return { choosing, said: () => said };
}

const urls = (servers: readonly FoundServer[] | null): readonly string[] | undefined =>
  servers?.map(({ url }) => url.slice(-4));

test('Enter takes all that was found; numbers and addresses may be mixed', async () => {
  expect(urls(await chooseServers([server(8001), server(8002)], person('').choosing))).toEqual([
    '8001',
    '8002',
  ]);
  const mixed = person('2, 8003').choosing;
  expect(urls(await chooseServers([server(8001), server(8002)], mixed))).toEqual(['8002', '8003']);
});

test('an address that is no server is told with its reason, and asked again', async () => {
  const { choosing, said } = person('1 9999', '1', '8002');
  expect(urls(await chooseServers([server(8001)], choosing))).toEqual(['8001', '8002']);
  expect(said()).toContain('no server, because');
});

test('one server may be gone on with, and another be added, but not the same twice', async () => {
  const { choosing, said } = person('1', '8001', '');
  expect(urls(await chooseServers([server(8001)], choosing))).toEqual(['8001']);
  expect(said()).toContain('in the list already');
});

test('where none was found the way to two simulated ones is shown, and Enter looks again', async () => {
  const { choosing, said } = person('nix', '', '');
  expect(urls(await chooseServers([], choosing))).toEqual(['8001', '8002']);
  expect(said()).toContain('kneepoint sim --profile');
  expect(said()).toContain('"nix" is no number');
  expect(await chooseServers([], person('q').choosing)).toBeNull();
});

test.each([
  ['http://gpu:8000/', 'http://gpu:8000'],
  ['8000', 'http://127.0.0.1:8000'],
  ['gpu:8000/v1', 'http://gpu:8000/v1'],
  ['hello', null],
  ['3', null],
])('%s is the address %s', (said, address) => {
  expect(addressOf(said)).toBe(address);
});
