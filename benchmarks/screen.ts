import { startSimulation } from './support/start-simulation.ts';
import { readTruth, resetTruth } from './support/truth.ts';
import { type WatchedBench, type Watching, watchedBench } from './support/watched-bench.ts';

/** Answers of 128 tokens, one each 5 ms: 100,000 events a second from 640 requests in flight. */
const perSecond = 800;
const outputTokens = 128;
const simulatorFlags = [
  '--profile',
  'ideal',
  '--align',
  '--bare',
  '--precise',
  '--ttft-ms',
  '20',
  '--step-ms',
  '5',
];
const seconds = 12;
const watchings = ['none', 'line', 'json', 'screen'] as const satisfies readonly Watching[];
const askedShare = 0.1;

type Round = WatchedBench & {
  /** Of what the client says to what the server knows; microseconds. */
  readonly gapError: number;
};

/**
 * What it costs to watch a run, and whether that moves what is measured: the same open loop with nobody watching, with a
 * line, with events for a program and with the screen, in turns, so that a host that is busy for a while is busy for all
 * of them. `screen.ts [ROUNDS]`; on an otherwise quiet machine. Its numbers are for a reader; nothing fails.
 */
export async function measureScreen(rounds = 3): Promise<void> {
  const simulation = await startSimulation(simulatorFlags);
  const flags = [
    ...['--rate', String(perSecond), '--arrivals', 'constant', '--duration', `${seconds}s`],
    ...['--warmup', '2s', '--output-tokens', String(outputTokens)],
  ];
  const measured = new Map<Watching, Round[]>(watchings.map((watching) => [watching, []]));
  // The first run compiles the simulated server.
  await watchedBench(simulation.url, 'none', flags);
  for (let round = 0; round < rounds; round++) {
    for (const watching of watchings) {
      await resetTruth(simulation.url);
      const bench = await watchedBench(simulation.url, watching, flags);
      const truth = await readTruth(simulation.url);
      const { tokenGap, chunkGap } = bench.stage.whole.metrics;
      const gaps = (tokenGap.count ?? 0) > 0 ? tokenGap : chunkGap;
      const gapError = (gaps.p99 ?? Number.NaN) - truth.gap.p99;
      measured.get(watching)?.push({ ...bench, gapError });
    }
  }
  simulation.stop();
  print(measured, rounds);
}

function print(measured: ReadonlyMap<Watching, readonly Round[]>, rounds: number): void {
  console.log(
    `\n| ${perSecond} requests/s of ${outputTokens} tokens, ${rounds} rounds, medians | events/s | main thread, % of a core | all but the load worker, % of a core | start lag p99 ms | gap p99, ours - truth ms | KB/s drawn | trust |`,
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const [watching, all] of measured) {
    const cells = [
      `--progress ${watching}`,
      median(all, ({ stage }) => stage.generator.eventsPerSecond ?? Number.NaN).toFixed(0),
      percent(median(all, ({ mainCpu }) => mainCpu)),
      percent(median(all, ({ otherCpu }) => otherCpu)),
      millis(median(all, startLag)),
      millis(median(all, ({ gapError }) => gapError)),
      (median(all, ({ drawnBytes }) => drawnBytes) / 1000 / seconds).toFixed(1),
      all.map(({ stage }) => stage.trust.verdict).join(' '),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const [off, on] = [measured.get('none') ?? [], measured.get('screen') ?? []];
  const cost = (share: (round: Round) => number): number => median(on, share) - median(off, share);
  console.log(
    `\nThe screen takes ${percent(cost(({ mainCpu }) => mainCpu))} % of a core on the main thread, ${percent(cost(({ otherCpu }) => otherCpu))} % with what the process does beside it (asked < ${percent(askedShare)} %); start lag p99 is ${(median(on, startLag) / median(off, startLag)).toFixed(2)} times what it is without, the gap error ${millis(cost(({ gapError }) => gapError))} ms more.`,
  );
  for (const [name, all] of [
    ['off', off],
    ['on', on],
  ] as const)
    console.log(
      `${name}: start lag p99 ${all.map((round) => millis(startLag(round))).join(', ')} ms; gap error p99 ${all.map(({ gapError }) => millis(gapError)).join(', ')} ms`,
    );
}

const startLag = ({ stage }: Round): number => stage.metrics.startLag.p99 ?? Number.NaN;

function median(rounds: readonly Round[], of: (round: Round) => number): number {
  const values = rounds.map(of).sort((left, right) => left - right);
  const middle = (values.length - 1) / 2;
  return ((values[Math.floor(middle)] ?? Number.NaN) + (values[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

const percent = (share: number): string => (share * 100).toFixed(1);
const millis = (value: number): string => (value / 1000).toFixed(2);

if (import.meta.main) await measureScreen(Number(process.argv[2] ?? 3));
