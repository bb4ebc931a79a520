import { fixedNumber } from '../../plan/number-distribution.ts';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import type { OwnResult } from '../../result/own-result.ts';
import { usualTrust } from '../../transport/target-address.ts';
import { micros } from '../../units/units.ts';
import { noFiles } from '../../workload/workload-files.ts';
import type { BenchmarkOrder, RunningBenchmark } from '../benchmark-order.ts';
import { runBenchmark } from '../run-benchmark.ts';
import type { RunEvent } from '../run-event.ts';
import { fixedStages } from '../stage-planner.ts';

/** A stage of users of which each sends requests until somebody ends it, or `requests` in all. */
export const usersStage = (id: string, users: number, requests: number | null = null): PlannedStage => ({
  id,
  target: 'server',
  suite: 'bench',
  repeat: 1,
  load: { loop: 'closed', users, thinkTime: null },
  stop: requests === null ? { kind: 'duration', micros: endless } : { kind: 'requests', count: requests },
  warmup: { kind: 'requests', count: 0 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(50),
  outputTokens: fixedNumber(8),
  keepExcerpts: false,
});

/** Longer than any test. */
export const endless = micros(600_000_000);

/** A run at the server at `url`, in this process, with real load workers. */
export const orderFor = (
  url: string,
  stages: readonly PlannedStage[],
  changed: Partial<BenchmarkOrder> = {},
): BenchmarkOrder => ({
  id: 'run',
  zero: null,
  name: 'run',
  command: 'vitest',
  plan: null,
  tool: { version: '0.0.0', node: process.version, commit: null },
  targets: [
    {
      name: 'server',
      url,
      api: 'openai-chat',
      engine: null,
      model: null,
      headers: {},
      body: {},
      timeoutMicros: 20_000_000,
      tls: usualTrust,
    },
  ],
  stages: fixedStages(stages),
  files: noFiles,
  seed: 'seed',
  salt: 'salt',
  tokenizerPath: null,
  settleMillis: 0,
  clearPrefixCache: false,
  workers: 1,
  maxInFlight: 100,
  capPolicy: 'drop',
  objectives: [],
  thresholds: [],
  abortOnFail: false,
  stopWhenSaturated: false,
  ceilingEventsPerSecond: null,
  resumeFrom: null,
  requestsPath: null,
  requestsName: null,
  ...changed,
});

/** What came of a run, and what it told in its order. */
export type WatchedRun = { readonly result: OwnResult; readonly events: readonly RunEvent[] };

/** Runs it; `act` is called with each event, as a person who watches would act. */
export async function watchRun(
  order: BenchmarkOrder,
  act: (event: RunEvent, running: RunningBenchmark) => void = () => {},
): Promise<WatchedRun> {
  const events: RunEvent[] = [];
  // The first events come before there is a run to act on.
  const early: RunEvent[] = [];
  let running: RunningBenchmark | null = null;
  running = runBenchmark(order, {
    tell(event) {
      events.push(event);
      if (running === null) early.push(event);
      else act(event, running);
    },
    save: () => Promise.resolve(),
  });
  for (const event of early) act(event, running);
  return { result: await running.result, events };
}

/** The kinds of what was told, without what comes by the clock; stages with their ids. */
export const toldKinds = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) => {
    switch (event.kind) {
      case 'progress':
      case 'server':
        return [];
      case 'stage-started':
      case 'stage-ended':
        return [`${event.kind} ${event.stage.id}`];
      case 'held':
        return [`held ${event.held}`];
      default:
        return [event.kind];
    }
  });

/** An event of one kind. */
export type Told<Kind extends RunEvent['kind']> = Extract<RunEvent, { readonly kind: Kind }>;

/** All that was told of one kind. */
export const toldOf = <Kind extends RunEvent['kind']>(
  events: readonly RunEvent[],
  kind: Kind,
): Told<Kind>[] => events.filter((event): event is Told<Kind> => event.kind === kind);
