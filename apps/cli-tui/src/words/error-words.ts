import type { Help, TroubleByKind, TroubleKind } from '../explain/trouble.ts';

/** Help for each kind of trouble. */
export type HelpWords<Kind extends TroubleKind = TroubleKind> = {
  readonly [Each in Kind]: (trouble: TroubleByKind[Each]) => Help;
};

/** Labels in front of the lines under an error. */
export type HelpLabels = {
  readonly where: string;
  readonly why: string;
  readonly tries: string;
  /** Before a server's own words. */
  readonly says: string;
  /** Before the sentence of an error whose facts have no words of their own. */
  readonly detail: string;
  /** Before the title of a known problem of the doctor. */
  readonly known: string;
  readonly cause: string;
  readonly fix: string;
};

/** How a run ended that did not end well. */
export type ExitWords = {
  readonly interrupted: string;
  readonly stopped: (target: string, what: string) => string;
  readonly noAnswer: (what: string) => string;
  readonly nothingRun: string;
  readonly thresholds: (failed: number, total: number, first: string) => string;
  readonly invalid: (count: number, total: number, stage: string, why: string) => string;
  /** A failure that has no help of its own. */
  readonly failure: (errorClass: string, detail: string) => string;
};

/** What is wrong at a place of a plan, by what the plan's reader says. `suggestion` is '' where no name is near. */
export type PlanProblemWords = {
  readonly unknownKey: (nearest: string | null) => string;
  readonly missing: (expected: string) => string;
  readonly wrong: (expected: string, found: string) => string;
  readonly wrongChoice: (choices: string, found: string, nearest: string | null) => string;
  readonly tooSmall: (least: string, found: string) => string;
  readonly empty: string;
  /** Kinds of values: `a text`, `a whole number`, `a list`. */
  readonly kinds: Readonly<Record<PlanValueKind, string>>;
};
export type PlanValueKind =
  | 'a text'
  | 'a number'
  | 'a whole number'
  | 'true or false'
  | 'a list'
  | 'a block of keys'
  | 'a text or a whole number';

/** Everything that is said about errors. */
export type ErrorWords = {
  readonly labels: HelpLabels;
  readonly help: HelpWords;
  readonly exit: ExitWords;
  readonly planProblem: PlanProblemWords;
  /** A bug: where its report is kept (`null` where it could not be written), and what to do with it. */
  readonly internal: {
    readonly what: (message: string) => string;
    readonly why: string;
    readonly stackIn: (path: string) => string;
    readonly report: string;
  };
};
