import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import type { OwnStage } from '@kneepoint/core';
import { hostFacts } from './peers/host-facts.ts';
import { runBench } from './support/run-bench.ts';
import { startSimulation } from './support/start-simulation.ts';
import { resetTruth, type Truth } from './support/truth.ts';

/** One load: users whose tokens come every `stepMillis`, while other programs keep `busyLoops` cores busy. */
export type TrustCell = {
  readonly users: number;
  readonly stepMillis: number;
  readonly busyLoops: number;
};

/** What the server knows and what the client said of the same requests and gaps. Microseconds. */
export type TrustCellOutcome = TrustCell & {
  readonly ttftMean: Compared;
  readonly gapP50: Compared;
  readonly gapP99: Compared;
  readonly verdict: OwnStage['trust']['verdict'];
  readonly reasons: readonly string[];
  readonly generator: OwnStage['generator'];
  readonly startLagP99: number | null;
  /** Valid although the mean time to the first token or the p99 gap is wrong. */
  readonly breaksRule: boolean;
};

type Compared = { readonly truth: number; readonly measured: number };

const outputTokens = 128;
const firstTokenMillis = 20;
/** Enough of each user's requests that the first ones, which open connections, are not the most. */
const requestsPerUser = 4;
/** A figure is wrong when it is off by more than both. */
const wrongShare = 0.05;
const wrongMicros = 1_000;
/** A competing program ends by itself, should nobody end it. */
const busyLoop = 'const end = Date.now() + 60_000; while (Date.now() < end);';

const cell = (users: number, stepMillis: number, busyLoops = 0): TrustCell => ({
  users,
  stepMillis,
  busyLoops,
});

/** From a light load to several times what two cores can do, and loads that others disturb. */
export const trustGrid: readonly TrustCell[] = [
  cell(4, 10),
  cell(16, 10),
  cell(50, 10),
  cell(100, 10),
  cell(200, 10),
  cell(400, 10),
  cell(800, 10),
  cell(64, 1),
  cell(256, 1),
  cell(512, 1),
  cell(16, 10, 2),
  cell(50, 10, 4),
  cell(200, 10, 2),
  cell(200, 10, 4),
];

/** Measures one cell against a simulated server in a process of its own. */
export async function measureTrustCell(load: TrustCell): Promise<TrustCellOutcome> {
  const flags = ['--profile', 'ideal', '--align', '--bare', '--precise'];
  const pace = ['--ttft-ms', String(firstTokenMillis), '--step-ms', String(load.stepMillis)];
  const simulation = await startSimulation([...flags, ...pace]);
  const others = Array.from({ length: load.busyLoops }, () =>
    spawn(process.execPath, ['-e', busyLoop], { stdio: 'ignore' }),
  );
  try {
    await resetTruth(simulation.url);
    const requests = Math.max(requestsPerUser * load.users, 32);
    const { stage } = await runBench(simulation.url, [
      ...['--users', String(load.users), '--requests', String(requests)],
      ...['--output-tokens', String(outputTokens), '--input-tokens', '40'],
    ]);
    const answer = await fetch(`${simulation.url}/truth`);
    return outcome(load, stage, (await answer.json()) as TruthWithRequests);
  } finally {
    for (const other of others) other.kill('SIGKILL');
    simulation.stop();
  }
}

type TruthWithRequests = Truth & {
  readonly requests: readonly { readonly arrival: number; readonly firstToken: number | null }[];
};

function outcome(load: TrustCell, stage: OwnStage, truth: TruthWithRequests): TrustCellOutcome {
  const { tokenGap, chunkGap } = stage.whole.metrics;
  const gaps = (tokenGap.count ?? 0) > 0 ? tokenGap : chunkGap;
  const compared = {
    ttftMean: { truth: warmMeanOfServer(stage, truth), measured: warmMeanOfClient(stage) },
    gapP50: { truth: truth.gap.p50, measured: gaps.p50 ?? Number.NaN },
    gapP99: { truth: truth.gap.p99, measured: gaps.p99 ?? Number.NaN },
  };
  return {
    ...load,
    ...compared,
    verdict: stage.trust.verdict,
    reasons: stage.trust.reasons.map(({ code }) => code),
    generator: stage.generator,
    startLagP99: stage.metrics.startLag.p99 ?? stage.metrics.startLag.max,
    breaksRule: stage.trust.verdict === 'valid' && (isWrong(compared.ttftMean) || isWrong(compared.gapP99)),
  };
}

/** Each user's first request opens a connection, of which the server's figure knows nothing. */
function warmMeanOfClient({ whole, cold }: OwnStage): number {
  const all = whole.metrics.ttft;
  const first = cold.metrics.ttft;
  const [allCount, firstCount] = [all.count ?? 0, first.count ?? 0];
  return ((all.mean ?? Number.NaN) * allCount - (first.mean ?? 0) * firstCount) / (allCount - firstCount);
}

function warmMeanOfServer({ cold }: OwnStage, { requests }: TruthWithRequests): number {
  const warm = [...requests]
    .sort((left, right) => left.arrival - right.arrival)
    .slice(cold.count)
    .flatMap(({ arrival, firstToken }) => (firstToken === null ? [] : [firstToken - arrival]));
  return warm.reduce((sum, value) => sum + value, 0) / warm.length;
}

/** Whether a measured figure is off by more than a twentieth and more than a millisecond; an unknown one is. */
export function isWrong({ truth, measured }: Compared): boolean {
  const error = Math.abs(measured - truth);
  return !(error <= wrongShare * truth || error <= wrongMicros);
}

/** The head of the table, as Markdown. */
export const trustGridHead = [
  '| users x step, busy loops | TTFT mean: truth, ours ms | gap p50: truth, ours ms | gap p99: truth, ours ms | events/s | event loop p99 ms | first token, read p99: waited at most ms | worker CPU | host CPU | start lag p99 ms | trust | rule |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

/** A cell as a line of the table. */
export function trustGridRow(cellOutcome: TrustCellOutcome): string {
  const { users, stepMillis, busyLoops, generator } = cellOutcome;
  const pair = ({ truth, measured }: Compared): string =>
    `${millis(truth)}, ${millis(measured)}${isWrong({ truth, measured }) ? ' WRONG' : ''}`;
  const reasons = cellOutcome.reasons.length === 0 ? '' : ` (${cellOutcome.reasons.join(', ')})`;
  return `| ${[
    `${users} x ${stepMillis} ms, ${busyLoops}`,
    pair(cellOutcome.ttftMean),
    pair(cellOutcome.gapP50),
    pair(cellOutcome.gapP99),
    generator.eventsPerSecond?.toFixed(0) ?? '-',
    millis(generator.eventLoopDelayP99),
    `${millis(generator.firstTokenWait)}, ${millis(generator.readWaitP99)}`,
    generator.cpuShare?.toFixed(2) ?? '-',
    generator.hostCpuShare?.toFixed(2) ?? '-',
    millis(cellOutcome.startLagP99),
    `${cellOutcome.verdict}${reasons}`,
    cellOutcome.breaksRule ? 'BROKEN' : 'kept',
  ].join(' | ')} |`;
}

const millis = (value: number | null): string => (value === null ? '-' : (value / 1000).toFixed(2));

/** So often a cell is measured again at most, when what was seen may be this machine's accident. */
const mostAttempts = 3;

/** What a cell showed: the rule is broken where it was in most attempts, and each attempt stands in the table. */
export type JudgedCell = { readonly attempts: readonly TrustCellOutcome[]; readonly breaksRule: boolean };

/** Measures a cell, and again where the rule was broken, until two of three attempts agree. */
export async function judgeTrustCell(load: TrustCell): Promise<JudgedCell> {
  const attempts: TrustCellOutcome[] = [];
  let broken = 0;
  while (attempts.length < mostAttempts) {
    const outcome = await measureTrustCell(load);
    attempts.push(outcome);
    if (outcome.breaksRule) broken++;
    if (broken === 0 || broken === 2 || attempts.length - broken === 2) break;
  }
  return { attempts, breaksRule: broken * 2 > attempts.length };
}

/** Measures the whole grid and prints it, each line as soon as it is there. */
export async function measureTrustGrid(say: (line: string) => void): Promise<readonly JudgedCell[]> {
  for (const line of trustGridHead.split('\n')) say(line);
  const cells: JudgedCell[] = [];
  for (const load of trustGrid) {
    const cell = await judgeTrustCell(load);
    for (const attempt of cell.attempts) say(trustGridRow(attempt));
    cells.push(cell);
  }
  return cells;
}

/** Where the last table lies; the documentation shows it. */
export const trustGridFile = new URL('./results/trust-grid.md', import.meta.url);

/** The table with what a reader has to know of the machine. */
const trustGridPage = (
  lines: readonly string[],
): string => `# The trust verdict against a server that knows the truth

${hostFacts()}. Server and client share the machine; busy loops are other programs that each use a core. WRONG is off by more
than 5 % and more than a millisecond. The rule is broken where a stage is valid and its mean time to first token or its p99 gap
is wrong; such a cell is measured again, and two of three attempts decide.

${lines.join('\n')}
`;

if (import.meta.main) {
  const lines: string[] = [];
  await measureTrustGrid((line) => {
    console.log(line);
    lines.push(line);
  });
  await mkdir(new URL('.', trustGridFile), { recursive: true });
  await writeFile(trustGridFile, trustGridPage(lines));
}
