/** What is said while a run goes on where there is no screen: the line that is drawn over itself, and lines above it. */
export type ProgressWords = {
  readonly warmingUp: string;
  /** `isPlanned`: the plan says so; else it is an estimate. */
  secondsLeft(seconds: number, isPlanned: boolean): string;
  sent(sent: number, total: number): string;
  waitingFor(answers: number): string;
  done(completed: number): string;
  failed(count: number): string;
  note(text: string): string;
  target(target: {
    readonly name: string;
    readonly isSimulated: boolean;
    /** Engine and version. */
    readonly engine: string;
    readonly model: string;
    readonly api: string;
    readonly url: string;
  }): string;
  readonly held: string;
  readonly released: string;
  readonly connectionLost: string;
  readonly draining: string;
  readonly cutting: string;
};
