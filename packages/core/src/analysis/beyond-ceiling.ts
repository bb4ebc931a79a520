import { finding, type TrustFinding } from './trust-finding.ts';

/** What the rule looks at; unknown is `null`, and then it judges nothing. */
export type CeilingEvidence = {
  /** Stream events that the client read, per second over the whole stage and all workers. */
  readonly eventsPerSecond: number | null;
  /** What this host was calibrated to read, in events per second over all workers. */
  readonly ceilingEventsPerSecond: number | null;
};

/**
 * Did the client read more than this host was shown to read truly? Suspect and never invalid: the ceiling was found
 * beside a server on the same host, and what the stage itself shows of the client's condition weighs more.
 */
export function beyondCeiling({
  eventsPerSecond,
  ceilingEventsPerSecond,
}: CeilingEvidence): TrustFinding | null {
  if (eventsPerSecond === null || ceilingEventsPerSecond === null) return null;
  if (eventsPerSecond <= ceilingEventsPerSecond) return null;
  const message =
    `the client read ${wholeText(eventsPerSecond)} events/s, ` +
    `and this host was calibrated to ${wholeText(ceilingEventsPerSecond)}`;
  return finding('suspect', {
    code: 'beyond-ceiling',
    message,
    value: eventsPerSecond,
    limit: ceilingEventsPerSecond,
  });
}

const wholeText = (value: number): string => Math.round(value).toLocaleString('en-US');
