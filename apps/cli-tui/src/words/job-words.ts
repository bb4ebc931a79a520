/** The words of the view of a job that runs on an agent. */
export type JobWords = {
  title(name: string): string;
  readonly keys: Readonly<
    Record<'pause' | 'skip' | 'cancel' | 'window' | 'panel' | 'result' | 'leave', string>
  >;
  /** The job goes on without this view: the most important sentence of the screen. */
  readonly leaving: string;
  /** Before the first event. */
  connecting(agent: string): string;
  /** The way to the agent is lost; it is tried again. */
  lost(agent: string, reason: string): string;
  /** The questions before a job is ended, and the keys that answer them. */
  readonly askCancel: string;
  readonly askCancelNow: string;
  readonly yesOrNo: string;
  /** What was asked of the agent, until it is seen to happen. */
  readonly asked: Readonly<Record<'cancel' | 'cancel-now' | 'hold' | 'release' | 'skip', string>>;
  refused(reason: string): string;
  /** How the job ended; behind it stands the reason. */
  readonly ended: Readonly<Record<'done' | 'failed' | 'cancelled', string>>;
  exit(code: number): string;
  readonly openResult: string;
  readonly noResult: string;
  /** Following is over for good: another agent, no such job, a wrong token. */
  readonly cannotFollow: string;
};
