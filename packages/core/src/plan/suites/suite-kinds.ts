import { z } from 'zod';
import { assertNever } from '../../errors/assert-never.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { concurrencyLevels, concurrencySchema } from './concurrency.ts';
import { languagesLevels, languagesSchema } from './languages.ts';
import { rateLevels, rateSchema } from './rate.ts';
import { singleUserLevels, singleUserSchema } from './single-user.ts';

/** Every kind of suite; a new one is a file beside these, a line here and a line in `suiteLevels`. */
export const suiteSchema = z.discriminatedUnion('kind', [
  singleUserSchema,
  concurrencySchema,
  languagesSchema,
  rateSchema,
]);
/** A checked suite of any kind. */
export type Suite = z.infer<typeof suiteSchema>;

/** The kinds by name, as messages list them. */
export const suiteKinds = [
  'single-user',
  'concurrency',
  'languages',
  'rate',
] as const satisfies readonly Suite['kind'][];

/** The levels of a suite, in the order of the plan. */
export function suiteLevels(suite: Suite): readonly PlannedLevel[] {
  switch (suite.kind) {
    case 'single-user':
      return singleUserLevels(suite);
    case 'concurrency':
      return concurrencyLevels(suite);
    case 'languages':
      return languagesLevels(suite);
    case 'rate':
      return rateLevels(suite);
    default:
      return assertNever(suite);
  }
}
