import type { OwnStage } from '@kneepoint/core';
import type { DescribedServer } from '../jobs/ports.ts';
import type { PhaseSpan } from '../probes/describe-memory-phases.ts';

/** How long before its start a host is looked at for what was there without the server, and how long a phase is at most. */
const longestPhase = 3_000_000;

/**
 * When a target was in which phase of its memory, on the runs' clock in microseconds:
 *
 *     empty | start ... ready | loaded | first stage: warm ... | one user | ... | highest level | after | stop
 *
 * Of a server that was deployed several times, the first deployment tells how it starts and the last how it ends.
 */
export function phaseSpans(
  target: string,
  servers: readonly DescribedServer[],
  stages: readonly OwnStage[],
): readonly PhaseSpan[] {
  const own = servers.filter((server) => server.target === target);
  const [first] = own;
  const last = own.at(-1);
  const measured = stages
    .filter((stage) => stage.target === target)
    .toSorted((left, right) => startOf(left) - startOf(right));
  const [opening] = measured;
  const closing = measured.at(-1);
  const spans: (PhaseSpan | null)[] = [
    first === undefined ? null : span('empty', first.startedAt - longestPhase, first.startedAt),
    first === undefined || opening === undefined ? null : span('loaded', first.readyAt, startOf(opening)),
    opening === undefined
      ? null
      : span('warm', opening.window.whole.start, opening.window.whole.start + longestPhase),
    stageSpan('inference', measured.find((stage) => levelOf(stage) === 1) ?? null),
    stageSpan('peak', highest(measured)),
    last?.endedAt == null || closing === undefined
      ? null
      : span('after', closing.window.whole.end, last.endedAt),
  ];
  return spans.filter((one) => one !== null);
}

const startOf = ({ window, warmup }: OwnStage): number => window.whole.start - warmup.duration;

const levelOf = ({ load }: OwnStage): number =>
  load.loop === 'closed' ? load.users : (load.requestsPerSecond ?? 0);

function highest(stages: readonly OwnStage[]): OwnStage | null {
  return stages.reduce<OwnStage | null>(
    (best, stage) => (best === null || levelOf(stage) > levelOf(best) ? stage : best),
    null,
  );
}

const stageSpan = (phase: PhaseSpan['phase'], stage: OwnStage | null): PhaseSpan | null =>
  stage === null ? null : span(phase, stage.window.whole.start, stage.window.whole.end);

const span = (phase: PhaseSpan['phase'], start: number, end: number): PhaseSpan => ({
  phase,
  start: Math.max(0, start),
  end: Math.max(0, start, end),
});
