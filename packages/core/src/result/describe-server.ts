import {
  mergeSamples,
  type ServerObservation,
  type ServerSample,
} from '../measurement/server-observation.ts';
import {
  type ClockSpan,
  describeServerSpan,
  samplesOfStage,
  samplesOfWindow,
} from './describe-server-span.ts';
import type { ServerView } from './stage-schema.ts';

/** A stage's spans on the run's clock; the whole one from its first request, warm-up included, to its last one's end. */
export type StageSpans = { readonly whole: ClockSpan; readonly window: ClockSpan | null };

/** A chart has no use for more. */
const seriesPoints = 120;

/**
 * The server's own view of a stage; `null` where it showed no metrics of a known engine, so that there is no view.
 * Figures that it does not have are `null` one by one.
 */
export function describeServer(observation: ServerObservation, spans: StageSpans): ServerView | null {
  const { samples } = observation;
  const engine = samples.at(-1)?.reading.engine ?? null;
  if (engine === null) return null;
  const window = spans.window === null ? null : samplesOfWindow(samples, spans.window);
  return {
    source: `/metrics of ${engine}`,
    engine,
    ...describeServerSpan(samplesOfStage(samples, spans.whole), spans.whole),
    window: spans.window === null || window === null ? null : describeServerSpan(window, spans.window),
    series: thinned(samples).map((sample) => ({
      at: Math.round(sample.at),
      running: sample.running?.mean ?? null,
      waiting: sample.waiting?.mean ?? null,
      kvUse: sample.kvUse?.mean ?? null,
    })),
    samples: samples.reduce((sum, sample) => sum + sample.answers, 0),
    missed: observation.missed,
    reason: observation.reason,
  };
}

/** Neighbours are merged until few enough are left for a chart. */
function thinned(samples: readonly ServerSample[]): readonly ServerSample[] {
  const perPoint = Math.ceil(samples.length / seriesPoints);
  const points: ServerSample[] = [];
  for (let start = 0; start < samples.length; start += perPoint) {
    const [first, ...rest] = samples.slice(start, start + perPoint);
    if (first !== undefined) points.push(rest.reduce(mergeSamples, first));
  }
  return points;
}
