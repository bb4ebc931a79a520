import type { MemoryOwner, MemoryPhase, MemoryPhaseName } from '@kneepoint/core';
import type { ProbeRecord } from './probe-record.ts';
import type { ProbeSpan, SamplePoint } from './sample-points.ts';
import { spreadOf } from './sample-spread.ts';

/** When a target was in a phase. */
export type PhaseSpan = ProbeSpan & { readonly phase: MemoryPhaseName };

type Owned = {
  readonly owner: MemoryOwner;
  readonly points: readonly SamplePoint[];
  readonly source: string | null;
  readonly reason: string | null;
};

/**
 * The memory of a target in each of its phases: of every GPU, of the target's processes on it, and of its processes on
 * the host. A phase without samples is there with its reason. Before the server starts it has no processes: of the phase
 * `empty` only the GPUs are told.
 */
export function describeMemoryPhases(
  record: ProbeRecord,
  target: string,
  phases: readonly PhaseSpan[],
): MemoryPhase[] {
  const devices = deviceMemory(record);
  const server = [...serverMemory(record, target), ...hostMemory(record, target)];
  return phases.flatMap((span) =>
    [...devices, ...(span.phase === 'empty' ? [] : server)].map(({ owner, points, reason, source }) => ({
      phase: span.phase,
      owner,
      ...spreadOf(points, span, 'bytes', reason),
      source,
    })),
  );
}

function deviceIndexes(record: ProbeRecord): readonly number[] {
  const indexes = new Set(record.gpus.flatMap(({ devices }) => devices.map(({ index }) => index)));
  return [...indexes].sort((first, second) => first - second);
}

function deviceMemory(record: ProbeRecord): Owned[] {
  return deviceIndexes(record).map((index) => ({
    owner: { kind: 'device', index },
    points: record.gpus.map(({ at, devices }) => ({
      at,
      value: devices.find((device) => device.index === index)?.memoryUsedBytes ?? null,
    })),
    source: record.origin.gpuSource,
    reason: null,
  }));
}

function serverMemory(record: ProbeRecord, target: string): Owned[] {
  return deviceIndexes(record).map((index) => {
    const points = record.gpus.map(({ at, devices }) => ({
      at,
      value: devices.find((device) => device.index === index)?.servers[target] ?? null,
    }));
    const told = points.some(({ value }) => value !== null);
    return {
      owner: { kind: 'server-on-device', index },
      points,
      source: record.origin.gpuSource,
      reason: told ? null : "the driver does not tell the memory of the server's processes on this GPU",
    };
  });
}

const hostMeasures = [
  ['resident', 'residentBytes'],
  ['private', 'privateBytes'],
  ['charged', 'chargedBytes'],
] as const;

/** What only a container has, as the bytes it is charged for, is left out of a process tree's. */
function hostMemory(record: ProbeRecord, target: string): Owned[] {
  const samples = record.subject(target);
  const last = samples.at(-1);
  return hostMeasures.flatMap(([measure, field]) => {
    const points = samples.map((sample) => ({ at: sample.at, value: sample[field] }));
    const told = points.some(({ value }) => value !== null);
    if (!told && measure !== 'resident') return [];
    const reason = last === undefined ? "the server's processes were not watched" : last.reason;
    return [
      {
        owner: { kind: 'host', measure },
        points,
        source: last?.source ?? null,
        reason: told ? null : reason,
      },
    ] as const;
  });
}
