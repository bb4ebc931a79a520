/** What went wrong with a deployment, in a sentence for its reader, and what to do next. */
export type DeploymentProblem = {
  /** Stable name of the kind of trouble, such as `port-in-use`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
};

/** A value, or an expected failure. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: DeploymentProblem };

/** It worked. */
export const worked = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

/** It did not. */
export const failure = (code: string, message: string, hint: string | null = null): Outcome<never> => ({
  ok: false,
  problem: { code, message, hint },
});
