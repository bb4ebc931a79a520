import type { PlannedLoad, StageLimit } from '../plan/planned-stage.ts';

/**
 * The part of a stage that one of several workers drives. A stage's requests come in cycles: a cycle of a closed loop is
 * one request of each user, of an open loop one of each worker. A worker drives every `count`-th place of each cycle:
 *
 *     5 users, 2 workers     cycle 0: 0 1 2 3 4    cycle 1: 5 6 7 8 9
 *     worker 0 drives                 0   2   4             5   7   9
 *     worker 1 drives                   1   3                 6   8
 */
export type WorkerShare = { readonly index: number; readonly count: number };

/** A stage that one worker drives alone. */
export const wholeStage: WorkerShare = { index: 0, count: 1 };

/** How many places of a cycle (users, or 1 of each worker) are the worker's. */
export function ownPlaces({ index, count }: WorkerShare, cycle: number): number {
  return Math.max(0, Math.ceil((cycle - index) / count));
}

/** The stage's index of the worker's `position`-th request. */
export function ownIndex(share: WorkerShare, cycle: number, position: number): number {
  const places = ownPlaces(share, cycle);
  const round = Math.floor(position / places);
  return round * cycle + share.index + (position - round * places) * share.count;
}

/** How many of the stage's first `total` requests are the worker's. */
export function ownCount(share: WorkerShare, cycle: number, total: number): number {
  const rounds = Math.floor(total / cycle);
  return rounds * ownPlaces(share, cycle) + ownPlaces(share, total - rounds * cycle);
}

/** The worker that drives a stage's request. */
export function workerOf(index: number, cycle: number, workers: number): number {
  return (index % cycle) % workers;
}

/** Requests in a cycle of a load: one of each user who gets any, or one of each worker. */
export function cycleOf(load: PlannedLoad, stop: StageLimit, workers: number): number {
  if (load.loop === 'open') return workers;
  return stop.kind === 'requests' ? Math.min(load.users, stop.count) : load.users;
}
