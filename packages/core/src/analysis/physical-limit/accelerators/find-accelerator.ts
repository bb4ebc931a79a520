import type { Accelerator } from './accelerator.ts';
import { amdAccelerators } from './amd.ts';
import { nvidiaDataCenter } from './nvidia-data-center.ts';
import { nvidiaHopperBlackwell } from './nvidia-hopper-blackwell.ts';
import { nvidiaWorkstation } from './nvidia-workstation.ts';

/** Every accelerator whose figures are known. */
export const accelerators: readonly Accelerator[] = [
  ...nvidiaDataCenter,
  ...nvidiaHopperBlackwell,
  ...nvidiaWorkstation,
  ...amdAccelerators,
];

/**
 * What a name means: one accelerator; several that share it (`A100` is four of them, whose bandwidths differ); or none.
 */
export type AcceleratorLookup =
  | { kind: 'found'; accelerator: Accelerator }
  | { kind: 'ambiguous'; candidates: readonly Accelerator[] }
  | { kind: 'unknown' };

/** How far a reported memory may lie from the nominal one: a driver keeps some of it for itself. */
const memoryTolerance = 0.1;

/**
 * The accelerator of a name as a driver, a data sheet or a person writes it. `memory`, in bytes, tells variants of one
 * name apart. Never the nearest name: `RTX 4090 Laptop GPU` is no RTX 4090.
 */
export function findAccelerator(name: string, memory: number | null = null): AcceleratorLookup {
  const wanted = normalName(name);
  const named = accelerators.filter((candidate) => candidate.names.includes(wanted));
  const fitting = memory === null ? named : named.filter((candidate) => hasMemory(candidate, memory));
  const [first, ...others] = fitting;
  if (first === undefined) return { kind: 'unknown' };
  return others.length === 0
    ? { kind: 'found', accelerator: first }
    : { kind: 'ambiguous', candidates: fitting };
}

/** What all accelerators of a name share: their compute capability; `null` where they differ or none is known. */
export function computeCapabilityOf(name: string): string | null {
  const lookup = findAccelerator(name);
  if (lookup.kind === 'unknown') return null;
  const candidates = lookup.kind === 'found' ? [lookup.accelerator] : lookup.candidates;
  const [first, ...others] = new Set(candidates.map((candidate) => candidate.computeCapability));
  return others.length === 0 ? (first ?? null) : null;
}

function hasMemory(accelerator: Accelerator, memory: number): boolean {
  return Math.abs(memory / accelerator.memory - 1) <= memoryTolerance;
}

/** Makers and families, which say nothing that the model's number does not. */
const silentWords = new Set([
  'nvidia',
  'geforce',
  'tesla',
  'amd',
  'instinct',
  'radeon',
  'corporation',
  'graphics',
  'accelerator',
  'gpu',
  'generation',
  'edition',
  'oam',
  'tensor',
  'core',
]);

/** Lower case, without maker, remarks in brackets and punctuation: `NVIDIA A100-SXM4-80GB` is `a100 sxm4 80gb`. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(\d+) (gb|gib)\b/g, '$1gb')
    .replace(/\brtx(?=\d)/g, 'rtx ')
    .split(' ')
    .filter((word) => word !== '' && !silentWords.has(word))
    .join(' ');
}
