import { derived, measured } from '@kneepoint/core';
import {
  closedLoopCounts,
  concurrencyByLittle,
  concurrencyOf,
  derivedFigures,
  type FigureValues,
  followingFigures,
  statedFigures,
} from './source-figures.ts';
import { nothingMore, type StageFacts } from './stage-facts.ts';
import { suiteOf } from './stage-load.ts';

/** One load level as a tool says it. Numbers that it does not say are `null`. */
export type ToolRun = Pick<StageFacts, 'load' | 'latencies' | 'lengths' | 'tokens' | 'missing'> &
  Partial<Pick<StageFacts, 'startedAt' | 'status' | 'windowReason'>> & {
    /** Requests: wanted, answered, failed. */
    readonly planned: number | null;
    readonly completed: number | null;
    readonly failed: number | null;
    readonly durationSeconds: number | null;
    /** Figures that the tool states, and those that were derived from its lists. */
    readonly stated: FigureValues;
    readonly derived?: FigureValues;
    /** Mean of requests in flight, where the tool says it. */
    readonly concurrency: number | null;
  };

const noAnswer = 'no request was completed';
const wholeRun = 'the tool has no window: its figures are over the whole run, ramp and drain inside';

/** The level with what follows from its own figures: throughput per user, speed while decoding, errors, concurrency. */
export function toolStage(run: ToolRun): StageFacts {
  const { load, latencies, completed, failed, durationSeconds } = run;
  if (completed === 0) return withoutAnswer(run);
  const e2eMeanMicros = latencies.e2e?.mean ?? null;
  const concurrencyMean =
    run.concurrency ?? concurrencyByLittle({ e2eMeanMicros, completed, failed, durationSeconds });
  return {
    ...nothingMore,
    suite: suiteOf(load),
    load,
    startedAt: run.startedAt ?? null,
    status: run.status ?? nothingMore.status,
    latencies,
    figures: {
      ...followingFigures({
        outputThroughput: run.stated.outputThroughput ?? run.derived?.outputThroughput ?? null,
        concurrencyMean,
        tpotMeanMicros: latencies.tpot?.mean ?? null,
        completed,
        failed,
      }),
      ...derivedFigures(run.derived ?? {}),
      ...statedFigures(run.stated),
    },
    concurrency: concurrencyOf(concurrencyMean, run.concurrency === null ? derived : measured),
    counts: load.loop === 'closed' ? closedLoopCounts(run.planned, completed, failed) : null,
    lengths: run.lengths,
    tokens: run.tokens,
    missing: run.missing,
    windowReason: run.windowReason ?? wholeRun,
  };
}

/** A level at which nothing was answered: the zeros that tools print for it are no figures. */
function withoutAnswer({ load, planned, failed, startedAt }: ToolRun): StageFacts {
  return {
    ...nothingMore,
    suite: suiteOf(load),
    load,
    startedAt: startedAt ?? null,
    status: { status: 'failed', statusReason: noAnswer },
    figures: followingFigures({
      outputThroughput: null,
      concurrencyMean: null,
      tpotMeanMicros: null,
      completed: 0,
      failed,
    }),
    counts: load.loop === 'closed' ? closedLoopCounts(planned, 0, failed) : null,
    missing: noAnswer,
    windowReason: noAnswer,
  };
}
