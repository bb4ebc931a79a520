/** What a command says on stdout and stderr beside its figures, once a run has ended. */
export type RunWords = {
  /** In front of what a person should know but need not act on. */
  note(text: string): string;
  /** Of failed requests: how many, of which class, and the server's words (`''` where there are none). */
  failed(count: number, errorClass: string, detail: string, said: string): string;
  /** Above the paths of the files that were written. */
  readonly files: string;
  readonly result: string;
  /** Where the result of a run is, above what can be done with it. */
  keptInFile(path: string): string;
  keptInHistory(id: string): string;
  /** Above a list of commands to go on with. */
  readonly next: string;
  readonly nextReport: string;
  readonly nextRead: string;
  readonly nextShow: string;
  readonly nextBrowse: string;
  readonly nextDiff: string;
  readonly nextResume: string;
  readonly nextDoctor: string;
  /** A plan was left with an agent: its job, and the command that finds it again. Ends with a line end. */
  detached(place: { readonly job: string; readonly agent: string }, find: string): string;
  /** Of a target that did not start: above the end of its log. */
  endOfLog(target: string): string;
  known(title: string, id: string): string;
  readonly why: string;
  readonly whatToDo: string;
  readonly simulated: { readonly both: string; readonly figures: string };
  readonly noRuns: string;
  readonly aboutFigures: string;
  readonly historyColumns: {
    readonly id: string;
    readonly when: string;
    readonly name: string;
    readonly targets: string;
    readonly stages: string;
    readonly best: string;
    readonly trust: string;
  };
  /** The verdict of a run without data. */
  readonly noData: string;
  bestAt(tokensPerSecond: string, load: string): string;
  readonly agent: {
    listening(url: string, isLocal: boolean): string;
    recovered(what: string): string;
    readonly ending: string;
  };
};
