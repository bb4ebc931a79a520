import { runBench } from './support/run-bench.ts';
import { startPrecomputed } from './support/start-precomputed.ts';

const perSecond = 2000;
const outputTokens = 4;
const askedLagMillis = 2;

/**
 * An open loop at 2,000 requests per second: how late requests start behind their planned instants. A stage whose p99 is
 * 2 ms or more must not be valid.
 */
export async function measureArrivals(seconds = 30): Promise<void> {
  const server = await startPrecomputed(outputTokens);
  const load = ['--rate', String(perSecond), '--duration', `${seconds}s`, '--warmup', '1s'];
  const { stage } = await runBench(server.url, [...load, '--output-tokens', String(outputTokens)]);
  server.stop();
  const { startLag, requestThroughput } = stage.metrics;
  const late = (startLag.p99 ?? Number.POSITIVE_INFINITY) >= askedLagMillis * 1000;
  const rule = late && stage.trust.verdict === 'valid' ? 'BROKEN: late and valid' : 'kept';
  console.log(
    `\n| ${perSecond} requests/s of ${outputTokens} tokens for ${seconds} s | requests/s | start lag p50 ms | p99 ms (asked < ${askedLagMillis}) | max ms | trust | rule |\n|---|---|---|---|---|---|---|`,
  );
  const reasons = stage.trust.reasons.map(({ code }) => code).join(', ');
  console.log(
    `| ${stage.counts.completed} answers | ${requestThroughput.value?.toFixed(0) ?? '-'} | ${millis(startLag.p50)} | ${millis(startLag.p99)} | ${millis(startLag.max)} | ${stage.trust.verdict} ${reasons} | ${rule} |`,
  );
}

const millis = (value: number | null): string => (value === null ? '-' : (value / 1000).toFixed(2));

if (import.meta.main) await measureArrivals();
