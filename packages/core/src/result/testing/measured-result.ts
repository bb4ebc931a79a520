import { readHostEnvironment } from '../../measurement/host-environment.ts';
import type { StageMeasurement } from '../../measurement/stage-measurement.ts';
import { RecordedStage } from '../../measurement/testing/recorded-stage.ts';
import { HealthWatch } from '../../measurement/worker-health.ts';
import { fixedNumber } from '../../plan/number-distribution.ts';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import { buildStage, type StageParts } from '../build-stage.ts';
import { describeGenerator } from '../describe-generator.ts';
import { unknown } from '../figures.ts';
import { noAnalysis } from '../no-analysis.ts';
import type { OwnStage } from '../own-stage.ts';
import type { Result } from '../result-file.ts';
import { resultSchemaName } from '../result-schema-name.ts';
import type { Stage } from '../stage-schema.ts';

export const plannedStage: PlannedStage = {
  id: '1-bench/2-users/one/repeat-1',
  target: 'one',
  suite: 'bench',
  repeat: 1,
  load: { loop: 'closed', users: 2, thinkTime: null },
  stop: { kind: 'requests', count: 100 },
  warmup: { kind: 'requests', count: 0 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: null,
  outputTokens: fixedNumber(8),
  keepExcerpts: true,
};

/** What a stage's entry has besides what was measured. */
export const unwatched = {
  load: { meanRate: null, maxInFlight: 20_000, capPolicy: 'drop' },
  steady: null,
  series: [],
  skippedLines: 0,
} satisfies Pick<StageParts, 'load' | 'steady' | 'series' | 'skippedLines'>;

/** A hundred answers of eight tokens, one of each failure, and one that was cut. */
export function measuredStage(): StageMeasurement {
  const stage = new RecordedStage(1);
  stage.open(1000.25);
  for (let request = 0; request < 100; request++) {
    const from = 1000.25 + request * 1000;
    const flight = stage.start(from, { inputTokens: 12, firstWave: request === 0 });
    for (let token = 1; token <= 8; token++) stage.token(from + 100 * token, flight, token);
    stage.end(from + 900, flight);
  }
  stage.fail(101_500, stage.start(101_000), '503');
  const unfinished = stage.start(101_500);
  stage.close(102_000.25);
  stage.cut(103_000.5, unfinished);
  return stage.finish(104_000);
}

/** A stage that ended in its warm-up: nothing is known. */
export function emptyStage(): StageMeasurement {
  const stage = new RecordedStage();
  stage.cut(10, stage.start(0, { warmup: true }));
  return stage.finish(20);
}

/** The stage's entry as a run writes it. */
export function stageEntry(measurement: StageMeasurement): OwnStage {
  const connections = { opened: 2, reused: 98, staleReplaced: 0, waited: 0, reads: 400, bytes: 100_000 };
  const readWaits = { p99: 40, firstTokenMean: 10 };
  const health = new HealthWatch().stop();
  const built = buildStage({
    planned: plannedStage,
    startedAt: '2026-11-24T06:00:00.000Z',
    measurement,
    reason: 'finished',
    generator: describeGenerator([{ health, connections, readWaits, measurement, estimatedPrompts: 0 }], {
      hostCpuShare: 0.5,
      processCpuShare: 0.2,
      ceilingEventsPerSecond: null,
    }),
    server: null,
    prompts: ['Say eight words.'],
    ...unwatched,
  });
  return { ...built, crossCheck: [], trust: { verdict: 'valid', reasons: [] } };
}

/** A whole result of these stages, from this host. */
export function measuredResult(stages: readonly Stage[]): Result {
  const notWatched = unknown('bytes', 'no GPU was watched');
  return {
    schema: resultSchemaName,
    source: { kind: 'measured' },
    id: 'run-1',
    name: 'bench',
    createdAt: '2026-11-24T06:00:00.000Z',
    tool: { version: '0.1.0', node: '26.9.0', commit: null },
    command: 'kneepoint bench http://127.0.0.1:8000',
    plan: { users: [2] },
    seed: '42',
    salt: '9f3c21aa',
    environment: readHostEnvironment(),
    targets: [
      {
        name: 'one',
        engine: 'other',
        simulated: false,
        version: null,
        api: 'openai-chat',
        url: 'http://127.0.0.1:8000',
        model: 'model',
        maxModelLength: null,
        serverConfig: null,
        initTime: unknown('s', 'the server was already running'),
        memory: { empty: notWatched, loaded: notWatched, inference: notWatched, peak: notWatched },
        memoryPhases: [],
        deployment: null,
        startup: null,
        software: null,
        modelShape: null,
        notes: [],
      },
    ],
    failures: [],
    knownProblems: [],
    stages: [...stages],
    samples: [],
    requests: { file: null, count: 0 },
    analysis: noAnalysis,
    thresholds: [],
    exit: { code: 0, reason: 'completed' },
  };
}
