import type { OwnStage } from '@kneepoint/core';
import { runBench } from './support/run-bench.ts';
import { startSimulation } from './support/start-simulation.ts';
import { resetTruth } from './support/truth.ts';

const stepMillis = 10;
const firstTokenMillis = 50;
const outputTokens = 128;
const askedErrorMillis = 0.5;
/** What one request takes, so how many arrivals a second keep so many users in flight. */
const requestSeconds = (firstTokenMillis + (outputTokens - 1) * stepMillis) / 1000;
const wavesPerUser = 3;

type Means = { readonly truth: number; readonly measured: number };
type TruthOfRequests = {
  readonly requests: readonly { readonly arrival: number; readonly firstToken: number | null }[];
};

/**
 * The mean time to the first token against the simulated server's truth: users whose requests leave at one instant, wave
 * after wave, and as many requests in flight whose starts are spread evenly over time. Cold is each user's first request;
 * warm are those behind it. Of one instant the last of N requests is sent later than the first, whatever sends them; spread
 * over time nothing of that is left, so there the error is asked to be below half a millisecond.
 */
export async function measureAccuracySpread(): Promise<void> {
  console.log(
    '\n| users x step | starts | cold: truth, ours, error ms | warm: truth, ours, error ms | asked | start lag p99 ms | trust |\n|---|---|---|---|---|---|---|',
  );
  console.log(await measureOneInstant(1000));
  for (const users of [50, 256, 512, 1000]) console.log(await measureSpread(users));
}

async function measureOneInstant(users: number): Promise<string> {
  const requests = users * wavesPerUser;
  const { stage, truth } = await measure(['--users', `${users}`, '--requests', `${requests}`]);
  const cold = { truth: meanOf(truth.slice(0, users)), measured: stage.cold.metrics.ttft.mean ?? Number.NaN };
  const warm = { truth: meanOf(truth.slice(users)), measured: warmMean(stage) };
  return row(`${users} x ${stepMillis} ms`, 'one instant', [cell(cold), cell(warm), ''], stage);
}

/** Connections are opened, and code compiled, in two seconds of warm-up that are in neither mean. */
async function measureSpread(users: number): Promise<string> {
  const rate = (users / requestSeconds).toFixed(1);
  const load = ['--rate', rate, '--arrivals', 'constant', '--warmup', '2s', '--duration', '4s'];
  const { stage, truth } = await measure(load);
  const warm = { truth: meanOf(truth.slice(-stage.counts.completed)), measured: warmMean(stage) };
  const asked = `< ${askedErrorMillis}${isFar(warm) ? ' NOT REACHED' : ''}`;
  return row(`${users} x ${stepMillis} ms`, `${rate} a second`, ['-', cell(warm), asked], stage);
}

/** Runs a load in both processes; the server's times to the first token come in the order of arrival. */
async function measure(load: readonly string[]): Promise<{ stage: OwnStage; truth: readonly number[] }> {
  const flags = ['--profile', 'ideal', '--align', '--bare', '--precise'];
  const pace = ['--ttft-ms', `${firstTokenMillis}`, '--step-ms', `${stepMillis}`];
  const simulation = await startSimulation([...flags, ...pace]);
  try {
    // The server's own code is compiled in a first round.
    await runBench(simulation.url, ['--users', '200', '--requests', '400', '--output-tokens', '64']);
    await resetTruth(simulation.url);
    const lengths = ['--output-tokens', `${outputTokens}`, '--input-tokens', '40'];
    const { stage } = await runBench(simulation.url, [...load, ...lengths, '--workers', '1']);
    const answer = await fetch(`${simulation.url}/truth`);
    const { requests } = (await answer.json()) as TruthOfRequests;
    const ordered = [...requests].sort((left, right) => left.arrival - right.arrival);
    const truth = ordered.map(({ arrival, firstToken }) => (firstToken ?? Number.NaN) - arrival);
    return { stage, truth };
  } finally {
    simulation.stop();
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of all measured requests but the cold ones. */
function warmMean({ whole, cold }: OwnStage): number {
  const all = whole.metrics.ttft;
  const first = cold.metrics.ttft;
  const [allCount, firstCount] = [all.count ?? 0, first.count ?? 0];
  return ((all.mean ?? Number.NaN) * allCount - (first.mean ?? 0) * firstCount) / (allCount - firstCount);
}

const isFar = ({ truth, measured }: Means): boolean =>
  !(Math.abs(measured - truth) < askedErrorMillis * 1000);

const millis = (value: number): string => (value / 1000).toFixed(2);

const cell = ({ truth, measured }: Means): string =>
  `${millis(truth)}, ${millis(measured)}, ${millis(measured - truth)}`;

function row(load: string, starts: string, cells: readonly string[], { metrics, trust }: OwnStage): string {
  const lag = metrics.startLag.p99 === null ? '-' : millis(metrics.startLag.p99);
  const reasons = trust.reasons.map(({ code }) => code).join(', ');
  return `| ${[load, starts, ...cells, lag, `${trust.verdict} ${reasons}`].join(' | ')} |`;
}

if (import.meta.main) await measureAccuracySpread();
