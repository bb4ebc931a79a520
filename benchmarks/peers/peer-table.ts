import type { PeerClient } from './peer-client.ts';
import type { LoadName } from './peer-load.ts';
import type { PeerMeasures, PeerOutcome } from './peer-outcome.ts';

/** Everything measured of one client, by load. */
export type PeerLine = {
  readonly client: Pick<PeerClient, 'title'>;
  readonly outcomes: ReadonlyMap<LoadName, PeerOutcome>;
};

const pacedLoads: readonly LoadName[] = ['A', 'B', 'C'];
/** A star stands for the names of the loads. */
const pacedHeads = [
  'CPU us/event, whole process *',
  'CPU us/event, during the load *',
  'events/s *',
  'TTFT mean error ms *',
  'gap p99 error ms *',
  'peak MB',
  's to first request / after the last token',
];

/** The table, one line a client, and under it what a cell could not say. */
export function peerTable(lines: readonly PeerLine[], loads: readonly LoadName[]): string {
  const paced = pacedLoads.filter((name) => loads.includes(name));
  const names = paced.join(' / ');
  const head = [
    'client',
    ...(paced.length === 0 ? [] : pacedHeads.map((text) => text.replace('*', names))),
    ...(loads.includes('T') ? ['T requests/s'] : []),
  ];
  return [
    row(head),
    row(head.map(() => '---')),
    ...lines.map((line) => row(cells(line, paced, loads.includes('T')))),
    '',
    ...notes(lines),
  ].join('\n');
}

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

function cells({ client, outcomes }: PeerLine, paced: readonly LoadName[], short: boolean): string[] {
  return [
    client.title,
    ...(paced.length === 0 ? [] : pacedCells(outcomes, paced)),
    ...(short ? [ofOutcome(outcomes.get('T'), (one) => whole(one.requestsPerSecond))] : []),
  ];
}

function pacedCells(outcomes: PeerLine['outcomes'], paced: readonly LoadName[]): string[] {
  const each = (text: (measures: PeerMeasures) => string): string =>
    paced.map((name) => ofOutcome(outcomes.get(name), text)).join(' / ');
  // Of the paced loads only: the number of short streams, which some prepare first, is each client's own.
  const all = paced.flatMap((name) => measured(outcomes.get(name)));
  const median = (value: (measures: PeerMeasures) => number): string =>
    all.length === 0 ? '-' : middle(all.map(value)).toFixed(1);
  return [
    each(({ cpuMicrosPerEvent }) => cpuMicrosPerEvent.toFixed(1)),
    each(({ loadCpuMicrosPerEvent }) => loadCpuMicrosPerEvent.toFixed(1)),
    each(({ eventsPerSecond }) => thousands(eventsPerSecond)),
    each(({ firstTokenError }) => millis(firstTokenError)),
    each(({ gapP99Error }) => millis(gapP99Error)),
    all.length === 0 ? '-' : (Math.max(...all.map((one) => one.peakResidentBytes)) / 1e6).toFixed(0),
    `${median((one) => one.secondsToFirstRequest)} / ${median((one) => one.secondsAfterLastToken)}`,
  ];
}

function measured(outcome: PeerOutcome | undefined): PeerMeasures[] {
  return outcome?.kind === 'measured' ? [outcome] : [];
}

function ofOutcome(outcome: PeerOutcome | undefined, text: (measures: PeerMeasures) => string): string {
  if (outcome === undefined) return '-';
  return outcome.kind === 'failed' ? 'failed' : text(outcome);
}

function middle(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const thousands = (value: number): string => `${(value / 1000).toFixed(1)}k`;
const millis = (micros: number | null): string =>
  micros === null ? 'unknown' : `${micros < 0 ? '-' : '+'}${(Math.abs(micros) / 1000).toFixed(1)}`;

/** What failed and why, what a result does not hold, and who sent another number of requests than asked. */
function notes(lines: readonly PeerLine[]): string[] {
  return lines.flatMap(({ client, outcomes }) => {
    const said = new Map<string, LoadName[]>();
    for (const [name, outcome] of outcomes) {
      for (const text of remarks(outcome)) said.set(text, [...(said.get(text) ?? []), name]);
    }
    return [...said].map(([text, names]) => `- ${client.title}, ${names.join(' ')}: ${text}.`);
  });
}

function remarks(outcome: PeerOutcome): string[] {
  if (outcome.kind === 'failed') return [`failed: ${outcome.reason}`];
  const { reasons, extraRequests } = outcome;
  if (extraRequests === 0) return [...reasons];
  const count = `${Math.abs(extraRequests)} requests ${extraRequests > 0 ? 'more' : 'fewer'} than asked`;
  return [...reasons, `it sent ${count}`];
}
