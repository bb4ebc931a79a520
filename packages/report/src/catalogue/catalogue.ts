import type { ErrorClass, Figure, Stage, Target } from '@kneepoint/core';
import type { AuditWords } from './audit-words.ts';
import type { ChartWords } from './chart-words.ts';
import type { DiffWords } from './diff-words.ts';
import type {
  AbsentWords,
  AppendixWords,
  DeploymentWords,
  FactWords,
  PerformanceWords,
} from './document-words.ts';
import type { Cautions, Findings } from './findings-words.ts';
import type { Formats } from './formats.ts';
import type { CapacityWords, HostWords } from './host-words.ts';
import type { LanguagesWords } from './languages-words.ts';
import type { MemoryWords } from './memory-words.ts';
import type { MethodWords } from './method-words.ts';
import type { PageWords } from './page-words.ts';
import type { ParityWords } from './parity-words.ts';
import type { ProblemWords } from './problem-words.ts';
import type { RecommendationWords } from './recommendation-words.ts';
import type { ScalingWords } from './scaling-words.ts';
import type { ScoreWords } from './score-words.ts';
import type { Named, Outcome, TrustReason } from './statement-parts.ts';

export const reportLanguages = ['ko', 'en', 'zh'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** Everything a reader of a report sees but numbers and names: a string that a language lacks does not compile. */
export type Catalogue = {
  readonly language: ReportLanguage;
  readonly languageName: string;
  readonly formats: Formats;
  readonly words: Words;
  readonly headings: Headings;
  readonly columns: Columns;
  readonly levels: LevelWords;
  readonly findings: Findings;
  readonly cautions: Cautions;
  readonly environment: EnvironmentWords;
  readonly facts: FactWords;
  readonly deployment: DeploymentWords;
  readonly performance: PerformanceWords;
  readonly absent: AbsentWords;
  readonly appendix: AppendixWords;
  readonly host: HostWords;
  readonly languages: LanguagesWords;
  readonly memory: MemoryWords;
  readonly page: PageWords;
  readonly capacity: CapacityWords;
  readonly problems: ProblemWords;
  readonly chart: ChartWords;
  readonly scaling: ScalingWords;
  readonly method: MethodWords;
  readonly parity: ParityWords;
  readonly audit: AuditWords;
  readonly diff: DiffWords;
  readonly recommendations: RecommendationWords;
  readonly scores: ScoreWords;
  readonly terminal: TerminalWords;
  readonly trust: (reason: TrustReason) => string;
  /** Why something is unknown: a reason of the result, which is written in English. */
  readonly reason: (reason: string) => string;
};

export type Words = {
  readonly tooFew: string;
  readonly mean: string;
  readonly unknown: string;
  readonly notMeasured: string;
  /** Parts of a cell or a reason, one after the other. */
  readonly join: (parts: readonly string[]) => string;
  readonly none: string;
  readonly noSignificantDifference: string;
  readonly inconclusive: string;
  readonly simulated: string;
  /** How a figure came to be, where it was not measured. */
  readonly figureKind: Record<Figure['kind'], string>;
  readonly verdict: Record<Stage['trust']['verdict'], string>;
  readonly suite: Record<Stage['suite'], string>;
  /** The name of a language by its ISO 639 code. */
  readonly promptLanguage: (code: string) => string;
  readonly engine: Record<Target['engine'], string>;
  readonly errorClass: Record<ErrorClass, string>;
  readonly prompt: string;
  readonly answer: string;
};

export type Headings = {
  readonly title: (name: string) => string;
  readonly subtitle: (targets: readonly string[], models: readonly string[], instant: string) => string;
  readonly colophon: (version: string, id: string) => string;
  readonly languageSwitch: string;
  readonly contents: string;
  readonly summary: string;
  readonly notToConclude: string;
  readonly environment: string;
  readonly performance: string;
  readonly singleUser: string;
  readonly concurrency: string;
  readonly rate: string;
  readonly languages: string;
  readonly scaling: string;
  readonly method: string;
  readonly definitions: string;
  readonly stages: string;
  readonly client: string;
  readonly reproduce: string;
};

export type Columns = {
  readonly item: string;
  readonly value: string;
  readonly target: string;
  readonly users: string;
  readonly requestsPerSecond: string;
  readonly repeat: string;
  readonly suite: string;
  readonly language: string;
  readonly load: string;
  readonly counts: string;
  readonly outputThroughput: string;
  readonly perUser: string;
  readonly ttft: (percentile: string) => string;
  readonly ttftResponse: (percentile: string) => string;
  readonly tokenGap: (percentile: string) => string;
  readonly chunkGap: (percentile: string) => string;
  readonly responseTime: (percentile: string) => string;
  readonly trust: string;
  readonly window: string;
  readonly difference: string;
  readonly ofLinear: (target: string) => string;
  readonly speed: string;
  readonly memoryLoaded: string;
  readonly memoryPeak: string;
  readonly startUp: string;
  readonly cpuShare: string;
  readonly loopDelay: string;
  readonly eventsPerRead: string;
  readonly eventsPerSecond: string;
  readonly ceiling: string;
  readonly connections: string;
  readonly requests: string;
  readonly engine: string;
  readonly version: string;
  readonly api: string;
  readonly url: string;
  readonly model: string;
  readonly contextLength: string;
};

export type LevelWords = {
  readonly users: (users: number) => string;
  readonly rate: (requestsPerSecond: number) => string;
  /** Requests that all arrive at one instant. */
  readonly atOnce: (count: number) => string;
  /** The short form of a table of differences: "vllm 10.6x (10.2 to 10.9)". */
  readonly outcome: (outcome: Outcome) => string;
  readonly singleUserIntro: string;
  readonly concurrencyIntro: (targetCount: number) => string;
  readonly rateIntro: string;
  readonly languagesIntro: string;
  readonly invalidNote: string;
  readonly unknownNote: (columns: readonly string[], targets: readonly string[], reason: string) => string;
  readonly chunkGapNote: (mark: string, targets: readonly string[], reason: string) => string;
  /** A load with prompts in a language. */
  /** What is said of one target among several. */
  readonly named: (target: string, text: string) => string;
  readonly inLanguage: (language: string, level: string) => string;
  readonly excerptTitle: (language: string, target: string) => string;
};

export type EnvironmentWords = {
  readonly host: string;
  readonly operatingSystem: string;
  readonly kernel: string;
  readonly processor: string;
  readonly cores: (model: string, cores: number) => string;
  readonly memory: string;
  readonly gpu: string;
  readonly tool: string;
  readonly toolText: (version: string, commit: string | null, node: string) => string;
  readonly date: string;
};

export type TerminalWords = {
  readonly singleUser: (target: string | null, ttftMicros: number | null, tokensPerSecond: number) => string;
  readonly together: (
    target: string | null,
    users: number,
    tokensPerSecond: number,
    perUser: number,
  ) => string;
  readonly atRate: (target: string | null, requestsPerSecond: number, ttftMicros: number | null) => string;
  readonly ratio: (users: number, outcome: Outcome, rates: readonly Named[]) => string;
  readonly allValid: string;
  readonly trustCounts: (suspect: number, invalid: number, total: number) => string;
  readonly noStages: string;
  readonly columns: {
    readonly target: string;
    readonly users: string;
    readonly rate: string;
    readonly counts: string;
    readonly throughput: string;
    readonly perUser: string;
    readonly ttft: string;
    readonly ttftResponse: string;
    readonly tokenGap: string;
    readonly chunkGap: string;
    readonly mixedGap: (mark: string) => string;
    readonly responseTime: string;
    readonly trust: string;
  };
};
