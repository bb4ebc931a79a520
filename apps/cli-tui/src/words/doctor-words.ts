/** What `kneepoint doctor` says around its checks; the problems have words of their own. */
export type DoctorWords = {
  readonly host: string;
  server(url: string): string;
  plan(path: string): string;
  readonly states: {
    readonly ok: string;
    readonly error: string;
    readonly advice: string;
    readonly skipped: string;
  };
  readonly cause: string;
  readonly fix: string;
  readonly verdicts: {
    readonly ok: string;
    readonly advice: string;
    readonly problems: string;
    readonly unreachable: string;
  };
  counts(errors: number, advice: number, ok: number, skipped: number): string;
};
