import {
  analyzeResult,
  type MemoryPhase,
  memoryPhaseNames,
  type RecordedSeries,
  type Result,
  type Stage,
} from '@kneepoint/core';
import { hdrText } from './hdr-text.ts';
import { twoTargetsResult } from './sample-results.ts';

const stageMicros = 20_000_000;
const longName = '서울 연구소 추론 서버 (北京机房二号)';

/** Two targets with everything that a page can show: distributions, memory over time, all suites, and a name that is hard to place. */
export function pageResult(): Result {
  const result = twoTargetsResult();
  const named = JSON.parse(JSON.stringify(result).replaceAll('"sglang"', JSON.stringify(longName))) as Result;
  const targets = named.targets.map((target, index) => ({
    ...target,
    engine: index === 0 ? ('vllm' as const) : ('sglang' as const),
    memoryPhases: memoryPhases(index),
    serverConfig:
      index === 0
        ? null
        : { memory_usage: { weight: 15.3, kvcache: 8.9, graph: 0.4 }, mem_fraction_static: 0.85 },
  }));
  const stages = named.stages.map(placedStage);
  return analyzeResult({
    ...named,
    targets,
    stages,
    samples: targets.map(({ name }, index) => series(name, index)),
  });
}

/** One after the other on the run's clock, each with a histogram of its time to first token. */
function placedStage(stage: Stage, index: number): Stage {
  const start = (index + 1) * stageMicros;
  const { ttft } = stage.metrics;
  const median = ttft.p50 ?? 50_000;
  const values = Array.from({ length: ttft.count ?? 0 }, (_, rank) =>
    Math.round(median * (0.6 + 0.8 * (((rank * 7919) % 600) / 600) + (rank % 50 === 0 ? 1.5 : 0))),
  );
  const found =
    values.length === 0
      ? ttft
      : { ...ttft, min: Math.min(...values), max: Math.max(...values), histogram: hdrText(values) };
  return {
    ...stage,
    window: { ...stage.window, whole: { start, end: start + stageMicros * 0.8 } },
    metrics: { ...stage.metrics, ttft: found },
  };
}

const gigabytes = (value: number): number => Math.round(value * 1e9);

function memoryPhases(index: number): MemoryPhase[] {
  return memoryPhaseNames.map((phase, at) => ({
    phase,
    owner: { kind: 'server-on-device', index: 0 },
    kind: 'measured',
    unit: 'bytes',
    median: phase === 'empty' ? gigabytes(0.5) : gigabytes(31.2 - 4 * index + at * 0.02),
    min: gigabytes(0.5),
    max: phase === 'empty' ? gigabytes(0.5) : gigabytes(31.3 - 4 * index + at * 0.02),
    samples: 40,
    reason: null,
    source: 'nvml',
  }));
}

/** A point every half second, with a gap in the middle. */
function series(target: string, place: number): RecordedSeries {
  const points = Array.from({ length: 1600 }, (_, index) => ({
    index,
    value: gigabytes(27 + 4 * (1 - place) + (index % 200) / 2000),
  }))
    .filter(({ index }) => index < 700 || index > 730)
    .map(({ index, value }) => ({ start: index * 500_000, mean: value, min: value, max: value, samples: 1 }));
  return {
    subject: { kind: 'server-on-device', index: 0, target, quantity: 'memoryUsed' },
    unit: 'bytes',
    step: 500_000,
    points,
  };
}
