import type { MemoryPhase, MemoryPhaseName, Target } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';

/** What the memory of a phase is told from: the first of these that every target has, else what each result states in short. */
export type MemoryKind = 'server-on-device' | 'device' | 'host' | 'figures';

/** The memory of one target in one phase in bytes; `null` where it is not known, with the reason. */
export type MemoryValue = {
  readonly bytes: number | null;
  readonly most: number | null;
  readonly reason: string | null;
};

/** The kind of memory that can be compared: one kind for all targets that have any figure. */
export function memoryKind({ result }: ReportContext): MemoryKind {
  const sampled = result.targets.filter(({ memoryPhases }) => memoryPhases.some(isMeasured));
  const kinds = ['server-on-device', 'device', 'host'] as const;
  const shared = kinds.find((kind) =>
    sampled.every(({ memoryPhases }) => memoryPhases.some((phase) => isOf(kind, phase) && isMeasured(phase))),
  );
  return sampled.length === 0 || shared === undefined ? 'figures' : shared;
}

/** Every GPU of a server counts; on the host it is what is resident. The highest level is its greatest sample, which has to fit. */
export function memoryValue(target: Target, kind: MemoryKind, phase: MemoryPhaseName): MemoryValue {
  // A result of another tool states figures without samples; they stand for the same memory.
  if (kind === 'figures' || target.memoryPhases.length === 0) return statedValue(target, phase);
  const parts = target.memoryPhases.filter((one) => one.phase === phase && isOf(kind, one));
  const unknown = parts.find((part) => !isMeasured(part));
  if (parts.length === 0 || unknown !== undefined) {
    return { bytes: null, most: null, reason: unknown?.reason ?? null };
  }
  const sum = (pick: (part: MemoryPhase) => number | null): number =>
    parts.reduce((total, part) => total + (pick(part) ?? 0), 0);
  const most = sum((part) => part.max);
  return { bytes: phase === 'peak' ? most : sum((part) => part.median), most, reason: null };
}

function statedValue({ memory }: Target, phase: MemoryPhaseName): MemoryValue {
  switch (phase) {
    case 'empty':
    case 'loaded':
    case 'inference':
    case 'peak':
      return { bytes: memory[phase].value, most: null, reason: memory[phase].reason };
    case 'warm':
    case 'after':
      return { bytes: null, most: null, reason: null };
  }
}

const isMeasured = ({ kind, median }: MemoryPhase): boolean => kind === 'measured' && median !== null;

function isOf(kind: Exclude<MemoryKind, 'figures'>, { owner }: MemoryPhase): boolean {
  return owner.kind === kind && (owner.kind !== 'host' || owner.measure === 'resident');
}
