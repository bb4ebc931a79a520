import type { Stage } from '../../result/stage-schema.ts';

/** Where a finding is: a level of a target, a target as a whole, the host, or something that the document says. */
export type AuditPlace =
  | {
      readonly kind: 'level';
      readonly target: string;
      readonly suite: Stage['suite'];
      /** Users of a closed loop, else `null`. */
      readonly users: number | null;
      /** Planned rate of an open loop, else `null`; both are `null` where all arrive at once. */
      readonly requestsPerSecond: number | null;
      readonly language: string;
    }
  | { readonly kind: 'target'; readonly target: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'statement'; readonly text: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'comparison'; readonly metric: string; readonly suite: string; readonly load: string };

/** A stage as a place; repeats of one level are the same place. */
export function placeOf({ target, suite, load, language }: Stage): AuditPlace {
  const isClosed = load.loop === 'closed';
  return {
    kind: 'level',
    target,
    suite,
    users: isClosed ? load.users : null,
    requestsPerSecond: isClosed ? null : load.requestsPerSecond,
    language,
  };
}

/** Places without their copies, in their order. */
export function distinctPlaces(places: readonly AuditPlace[]): AuditPlace[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
