import type { LatencyName, StageLoad } from '@kneepoint/core';
import { distributionOf } from '../build/distributions.ts';
import { type FigureValues, type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { lengthsFromTotal, lengthsOf } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';

/** Values of every completed request, in the tool's order; seconds and tokens. `null` where the file has none. */
export type RequestLists = {
  readonly ttfts: readonly number[] | null;
  readonly gaps: readonly (readonly number[])[] | null;
  readonly e2es: readonly number[] | null;
  readonly inputTokens: readonly number[] | null;
  readonly outputTokens: readonly number[] | null;
};

/** A run as `vllm bench serve` and SGLang's client, which descend from one script, say it. */
export type ServingBench = {
  readonly load: StageLoad;
  readonly planned: number | null;
  readonly completed: number;
  readonly failed: number | null;
  readonly durationSeconds: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly throughput: FigureValues;
  readonly stated: readonly StatedLatency[];
  readonly lists: RequestLists;
  /** What the gaps are: between events, or shared over the tokens that an event carried. */
  readonly gapName: 'chunkGap' | 'tokenGap';
  /** Mean of requests in flight, where the tool says it. */
  readonly concurrency: number | null;
  readonly missing: string;
};

/** A load level of such a run, and what was left out of it. */
export function servingBenchStage(bench: ServingBench): {
  readonly stage: StageFacts;
  readonly notes: readonly string[];
} {
  const { lists, completed } = bench;
  const listed = listedLatencies(bench);
  const { latencies, notes } = statedLatencies(bench.stated.filter(({ name }) => !(name in listed)));
  const stage = toolStage({
    ...bench,
    latencies: { ...latencies, ...listed },
    stated: bench.throughput,
    derived: { requestSpeed: meanSpeed(lists) },
    lengths: {
      ...lengthEntry('input', lists.inputTokens, lengthsFromTotal(bench.inputTokens, completed)),
      ...lengthEntry('output', lists.outputTokens, lengthsFromTotal(bench.outputTokens, completed)),
    },
    tokens: { input: bench.inputTokens, output: bench.outputTokens },
  });
  return { stage, notes };
}

function listedLatencies({ lists, gapName }: ServingBench): StageFacts['latencies'] {
  const { ttfts, gaps, e2es, outputTokens } = lists;
  const tpots =
    gaps === null || outputTokens === null
      ? null
      : gaps.flatMap((own, index) => {
          const after = (outputTokens[index] ?? 0) - 1;
          return after > 0 ? [own.reduce((sum, gap) => sum + gap, 0) / after] : [];
        });
  return Object.fromEntries(
    (
      [
        ['ttft', ttfts],
        ['e2e', e2es],
        ['tpot', tpots],
        [gapName, gaps?.flat() ?? null],
      ] satisfies (readonly [LatencyName, readonly number[] | null])[]
    ).flatMap(([name, seconds]) =>
      seconds === null || seconds.length === 0
        ? []
        : [
            [
              name,
              distributionOf(
                seconds.map((value) => value * 1e6),
                'the file lists no value',
              ),
            ],
          ],
    ),
  );
}

/** Mean over the requests of output tokens over end-to-end time; `null` where the file does not list both. */
function meanSpeed({ e2es, outputTokens }: RequestLists): number | null {
  if (e2es === null || outputTokens === null || e2es.length !== outputTokens.length) return null;
  const speeds = e2es.flatMap((seconds, index) =>
    seconds > 0 ? [(outputTokens[index] ?? 0) / seconds] : [],
  );
  return speeds.length === 0 ? null : speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
}

function lengthEntry(
  name: 'input' | 'output',
  listed: readonly number[] | null,
  fromTotal: ReturnType<typeof lengthsFromTotal>,
): StageFacts['lengths'] {
  if (listed !== null && listed.length > 0) return { [name]: lengthsOf(listed) };
  return fromTotal === null ? {} : { [name]: fromTotal };
}
