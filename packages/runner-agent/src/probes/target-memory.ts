import type { Figure, MemoryPhase, MemoryPhaseName, Target } from '@kneepoint/core';

/**
 * A target's memory in short, in bytes, one figure a phase: all GPUs together where any was sampled, else what is
 * resident on the host. The median of the phase; of `peak` the greatest, which is what has to fit.
 */
export function targetMemory(phases: readonly MemoryPhase[]): Target['memory'] {
  const onDevices = phases.some(({ kind, owner }) => owner.kind === 'device' && kind === 'measured');
  const figure = (phase: MemoryPhaseName): Figure => {
    const parts = phases.filter(({ owner, phase: its }) => {
      if (its !== phase) return false;
      return onDevices ? owner.kind === 'device' : owner.kind === 'host' && owner.measure === 'resident';
    });
    return sumOf(parts, phase);
  };
  return {
    empty: figure('empty'),
    loaded: figure('loaded'),
    inference: figure('inference'),
    peak: figure('peak'),
  };
}

function sumOf(parts: readonly MemoryPhase[], phase: MemoryPhaseName): Figure {
  if (parts.length === 0) {
    const reason =
      phase === 'empty'
        ? 'before it starts a server has no processes on the host'
        : `the phase ${phase} was not sampled`;
    return { kind: 'unknown', unit: 'bytes', value: null, reason };
  }
  let sum = 0;
  for (const { max, median, reason } of parts) {
    const value = phase === 'peak' ? max : median;
    if (value === null)
      return { kind: 'unknown', unit: 'bytes', value: null, reason: reason ?? 'it was not sampled' };
    sum += value;
  }
  return { kind: parts.length === 1 ? 'measured' : 'derived', unit: 'bytes', value: sum, reason: null };
}
