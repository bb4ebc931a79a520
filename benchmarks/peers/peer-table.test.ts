import { expect, test } from 'vitest';
import type { PeerMeasures, PeerOutcome } from './peer-outcome.ts';
import { peerTable } from './peer-table.ts';

const measures: PeerMeasures = {
  cpuMicrosPerEvent: 4.04,
  loadCpuMicrosPerEvent: 3.06,
  eventsPerSecond: 24_640,
  requestsPerSecond: 70_123.4,
  firstTokenError: -450,
  gapP99Error: null,
  peakResidentBytes: 120e6,
  secondsToFirstRequest: 0.6,
  secondsAfterLastToken: 0.1,
  extraRequests: 0,
  reasons: ['no gap p99: it keeps none'],
};
const measured = (change: Partial<PeerMeasures> = {}): PeerOutcome => ({
  kind: 'measured',
  ...measures,
  ...change,
});

test('one line a client, the loads side by side, signs kept', () => {
  const outcomes = new Map([
    ['A', measured()],
    ['B', measured({ firstTokenError: 1_200, peakResidentBytes: 150e6, reasons: [] })],
    ['T', measured({ secondsToFirstRequest: 99 })],
  ] as const);
  const text = peerTable([{ client: { title: 'One' }, outcomes }], ['A', 'B', 'T']);
  expect(text).toContain(
    '| One | 4.0 / 4.0 | 3.1 / 3.1 | 24.6k / 24.6k | -0.5 / +1.2 | unknown / unknown | 150 | 0.6 / 0.1 | 70,123 |',
  );
  expect(text).toContain('- One, A T: no gap p99: it keeps none.');
});

test('a client that failed has its line, and the reason under the table', () => {
  const outcomes = new Map([['A', { kind: 'failed', reason: 'not installed' }]] as const);
  const text = peerTable([{ client: { title: 'Two' }, outcomes }], ['A']);
  expect(text).toContain('| Two | failed | failed |');
  expect(text).toContain('- Two, A: failed: not installed.');
});

test('requests beyond those asked for are told', () => {
  const outcomes = new Map([['A', measured({ extraRequests: 33, reasons: [] })]] as const);
  expect(peerTable([{ client: { title: 'Three' }, outcomes }], ['A'])).toContain(
    '- Three, A: it sent 33 requests more than asked.',
  );
});

test('loads that were not run have no columns', () => {
  const text = peerTable([{ client: { title: 'Four' }, outcomes: new Map([['T', measured()]]) }], ['T']);
  expect(text).toBe(
    '| client | T requests/s |\n| --- | --- |\n| Four | 70,123 |\n\n- Four, T: no gap p99: it keeps none.',
  );
});
