import type { Result, Stage, StageLoad } from '@kneepoint/core';
import type { BestThroughput, RunVerdict, StoredRun } from './results-store.ts';

/** What the history keeps of a result beside the document itself. */
export function summarizeRun(result: Result, resultPath: string): StoredRun {
  return {
    id: result.id,
    name: result.name,
    createdAt: result.createdAt,
    targets: result.targets.map((target) => target.name),
    stageCount: result.stages.length,
    verdict: worstVerdict(result.stages),
    best: bestThroughput(result.stages),
    exitCode: result.exit?.code ?? null,
    resultPath,
  };
}

function worstVerdict(stages: readonly Stage[]): RunVerdict {
  const verdicts = new Set(stages.map((stage) => stage.trust.verdict));
  for (const verdict of ['invalid', 'suspect', 'valid'] as const) if (verdicts.has(verdict)) return verdict;
  return 'no-data';
}

/** An invalid stage never counts as the best, however high its figure is. */
function bestThroughput(stages: readonly Stage[]): BestThroughput | null {
  let best: BestThroughput | null = null;
  for (const stage of stages) {
    const value = stage.metrics.outputThroughput.value;
    if (value === null || stage.trust.verdict === 'invalid') continue;
    if (best === null || value > best.outputTokensPerSecond) {
      best = { outputTokensPerSecond: value, target: stage.target, load: loadName(stage.load) };
    }
  }
  return best;
}

function loadName(load: StageLoad): string {
  if (load.loop === 'closed') return `users(${load.users})`;
  return load.arrivals.kind === 'at-once'
    ? `at-once(${load.arrivals.count})`
    : `rate(${load.requestsPerSecond})`;
}
