import { expect, test } from 'vitest';
import { peerClients } from './clients/peer-clients.ts';
import { parsePeerArguments } from './peer-arguments.ts';

test('without flags: every client and every load, ours first and the bare reader last', () => {
  const { clients, loads, whole } = parsePeerArguments([], peerClients);
  expect(clients.map(({ name }) => name).at(0)).toBe('kneepoint');
  expect(clients.map(({ name }) => name).at(-1)).toBe('bare-reader');
  expect(loads.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'T']);
  expect(whole).toBe(true);
});

test('chosen ones keep the order of the table', () => {
  const { clients, loads, whole } = parsePeerArguments(
    ['--clients', 'aiperf,kneepoint', '--loads', 'T,A'],
    peerClients,
  );
  expect(clients.map(({ name }) => name)).toEqual(['kneepoint', 'aiperf']);
  expect(loads.map(({ name }) => name)).toEqual(['A', 'T']);
  expect(whole).toBe(false);
});

test('an unknown name is refused with the known ones', () => {
  expect(() => parsePeerArguments(['--clients', 'wrk'], peerClients)).toThrow('known: kneepoint, vllm-rust');
});
