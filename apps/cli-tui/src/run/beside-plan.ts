import { dirname, resolve } from 'node:path';

/** Paths in a plan are relative to the plan. */
export const besidePlan =
  (planPath: string) =>
  (source: string): string =>
    resolve(dirname(planPath), source);
