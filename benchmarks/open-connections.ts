import { runBench } from './support/run-bench.ts';
import { startPrecomputed } from './support/start-precomputed.ts';

const users = 10_000;
const outputTokens = 20;
const stepMillis = 1000;
const askedMegabytes = 400;

/**
 * 10,000 connections that are open at once, an event per second on each: whether all are held, whether every event is
 * counted, and what memory the whole process needs. One address has 28,000 local ports and this process 20,000 files, so one
 * of each is enough; a host with less says so before the run.
 */
export async function measureOpenConnections(): Promise<void> {
  const server = await startPrecomputed(outputTokens, stepMillis);
  const { stage, peakResidentBytes } = await runBench(server.url, [
    ...['--users', String(users), '--requests', String(users), '--warmup', '0', '--workers', '1'],
    ...['--output-tokens', String(outputTokens), '--input-tokens', '40'],
  ]);
  const sent = await server.sent();
  server.stop();
  const { counts, tokens, metrics, generator } = stage;
  const equal = tokens.events === sent.events && counts.completed === sent.requests;
  console.log(
    `\n| ${users} connections, an event per second each | asked | reached |\n|---|---|---|\n${[
      `| open at once | ${users} | ${metrics.concurrency.max.value ?? '-'} |`,
      `| connections opened | ${users} | ${generator.connectionsOpened} |`,
      `| answers: sent, completed | equal | ${sent.requests}, ${counts.completed} |`,
      `| token events: sent, counted | equal | ${sent.events}, ${tokens.events}${equal ? '' : ' NOT EQUAL'} |`,
      `| peak resident MB | < ${askedMegabytes} | ${(peakResidentBytes / 1e6).toFixed(0)} |`,
      `| trust | valid | ${stage.trust.verdict} ${stage.trust.reasons.map(({ code }) => code).join(', ')} |`,
    ].join('\n')}`,
  );
}

if (import.meta.main) await measureOpenConnections();
