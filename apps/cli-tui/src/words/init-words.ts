/** Names that a report can be written in, in their own language; the same everywhere. */
export const languageNames = { ko: '한국어', en: 'English', zh: '中文' } as const;

type Thoroughness = 'quick' | 'usual' | 'thorough';

/** What `kneepoint init` says and asks. Answers that are typed (numbers, `y`, `q`) are the same in every language. */
export type InitWords = {
  readonly intro: string;
  readonly howToLeave: string;
  readonly looking: string;
  readonly found: string;
  /** Ports where something listens that is no inference server, or is not ready. */
  listensElse(ports: string): string;
  readonly noneFound: string;
  readonly noneFoundHelp: string;
  /** Above the commands that start two simulated servers, and below them. */
  readonly tryWithout: string;
  readonly tryThenEnter: string;
  readonly askAddress: string;
  readonly askServers: string;
  readonly askServersHint: string;
  readonly onlyOne: string;
  readonly askSecond: string;
  notAnswer(said: string): string;
  readonly alreadyNamed: string;
  checking(url: string): string;
  readonly noServer: string;
  /** In front of what helps. */
  readonly tryLabel: string;
  readonly takeWhatElse: string;
  /** Behind a server that is the simulated one. */
  readonly simulated: string;
  readonly askThoroughness: string;
  thoroughness(kind: Thoroughness, time: string): string;
  readonly askLanguages: string;
  readonly askName: string;
  readonly nameProblem: string;
  readonly askFile: string;
  fileExists(path: string): string;
  fileFolderMissing(path: string): string;
  readonly willDo: string;
  targets(names: string): string;
  stages(stages: number, suites: string, repeats: number): string;
  time(time: string): string;
  report(languages: string): string;
  readonly askStart: string;
  readonly startNow: string;
  readonly writeOnly: string;
  readonly leave: string;
  readonly left: string;
  written(path: string): string;
  readonly startingNow: string;
  readonly thenRun: string;
  readonly whatComes: string;
  /** One number, or several, up to a most. */
  oneNumber(most: number): string;
  numbers(most: number): string;
  minutes(minutes: number): string;
  readonly inputEnded: string;
  readonly suites: { readonly singleUser: string; readonly concurrency: string; readonly languages: string };
  readonly plan: PlanRemarks;
};

/** Remarks in the plan that is written: each stands behind `# ` and has no line end. */
export type PlanRemarks = {
  readonly run: string;
  readonly dryRun: string;
  readonly targets: string;
  readonly someServer: string;
  readonly singleUser: string;
  readonly concurrency: string;
  readonly concurrencyLengths: string;
  readonly languages: string;
  readonly rate: string;
  readonly repeats: Readonly<Record<Thoroughness, string>>;
  readonly order: string;
  readonly thresholds: string;
  readonly report: string;
};
