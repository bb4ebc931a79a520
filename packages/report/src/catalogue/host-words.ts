/** What is said of the host that serves: starts, GPUs, and targets that could not be measured. */
export type HostWords = {
  readonly image: string;
  readonly firstHealthyAnswer: string;
  readonly firstToken: string;
  readonly failuresHeading: string;
  readonly failed: (target: string, message: string) => string;
  readonly logEnd: string;
  /** A known problem; `isEnglish` where nobody has written it in the reader's language yet. */
  readonly known: (title: string, isEnglish: boolean) => string;
  readonly cause: (text: string) => string;
  readonly fix: (text: string) => string;
  readonly gpuHeading: string;
  readonly utilization: string;
  readonly power: string;
  readonly energyPerToken: string;
  readonly throttled: string;
};

/** What is said of a search for the highest load that keeps an objective. */
export type CapacityWords = {
  readonly heading: string;
  readonly found: (level: string, slo: readonly string[], confidence: number | null) => string;
  readonly atLeast: (level: string, slo: readonly string[]) => string;
  readonly none: (level: string, slo: readonly string[]) => string;
  readonly unknown: string;
  readonly users: (level: number) => string;
  readonly rate: (level: number) => string;
  readonly kept: string;
  readonly stages: string;
  readonly level: string;
};
