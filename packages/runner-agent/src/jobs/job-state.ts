/** Where a job can be. */
export const jobStates = [
  'queued',
  'deploying',
  'ready',
  'measuring',
  'draining',
  'tearing-down',
  'done',
  'failed',
  'cancelled',
] as const;
/** One of them. */
export type JobState = (typeof jobStates)[number];

/** What moves a job on. */
export type JobTrigger =
  | 'start'
  | 'deployed'
  | 'not-deployed'
  | 'measure'
  | 'measured'
  | 'stop'
  | 'next-turn'
  | 'succeed'
  | 'fail'
  | 'cancel';

/**
 * The life of a job. A job takes its targets in turns (all of them in one, or one after the other where a GPU holds one
 * server); each turn deploys, measures and tears down.
 *
 *     queued -start-> deploying -deployed-> ready -measure-> measuring -measured-> tearing-down -succeed-> done
 *       |              |  ^  |                |                 |                   ^  |  |  |
 *       |              |  |  +-not-deployed---|-----------------|-------------------+  |  |  +-fail-> failed
 *       |              |  |                   |                 +-stop-> draining -----+  |  +-cancel-> cancelled
 *       |              |  +-------------------|---------------------------- next-turn ----+
 *       |              +-------- stop --------+-- stop -> tearing-down
 *       +-cancel-> cancelled      +-fail-> failed (a queued job whose files are gone)
 *
 * `stop` is a person's cancel, or the end of the agent. An agent that was killed finds its job in any state between:
 * from each of them `fail` leads, by way of tearing-down, to failed.
 */
export const transitions: Readonly<Record<JobState, Readonly<Partial<Record<JobTrigger, JobState>>>>> = {
  queued: { start: 'deploying', cancel: 'cancelled', fail: 'failed' },
  deploying: {
    deployed: 'ready',
    'not-deployed': 'tearing-down',
    stop: 'tearing-down',
    fail: 'tearing-down',
  },
  ready: { measure: 'measuring', stop: 'tearing-down', fail: 'tearing-down' },
  measuring: { measured: 'tearing-down', stop: 'draining', fail: 'tearing-down' },
  draining: { measured: 'tearing-down', fail: 'tearing-down' },
  'tearing-down': { 'next-turn': 'deploying', succeed: 'done', fail: 'failed', cancel: 'cancelled' },
  done: {},
  failed: {},
  cancelled: {},
};

/** Where a trigger leads; `null` where the table has no such step. */
export function nextState(from: JobState, trigger: JobTrigger): JobState | null {
  return transitions[from][trigger] ?? null;
}

/** Whether a job stays where it is for good. */
export const isEnded = (state: JobState): boolean => Object.keys(transitions[state]).length === 0;

/** Whether a job in this state may have started servers. */
export const isUnderWay = (state: JobState): boolean => state !== 'queued' && !isEnded(state);
