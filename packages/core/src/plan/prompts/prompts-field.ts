import { z } from 'zod';
import { nearestName } from '../../errors/nearest-name.ts';
import { tokensField, turnsField } from '../numbers/distribution-field.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { datasetFormats } from '../prompt-plan.ts';
import { writtenField } from '../written-field.ts';
import { classesField } from './request-class.ts';
import { sharedPrefixField } from './shared-prefix.ts';

const sharedPrefix = sharedPrefixField.optional().transform((prefix) => prefix ?? null);

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('generated'), sharedPrefix }),
  z.strictObject({ kind: z.literal('fixed'), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal('language') }),
  z.strictObject({
    kind: z.literal('dataset'),
    /** Relative to the plan. */
    source: z.string().min(1),
    /** Told by the first entry where it is not given. */
    format: z.enum(['auto', ...datasetFormats]).default('auto'),
    multiTurn: z.boolean().default(false),
    skipBadLines: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('trace') }),
  z.strictObject({
    kind: z.literal('conversation'),
    turns: turnsField,
    followUpTokens: tokensField,
    sharedPrefix,
  }),
  z.strictObject({ kind: z.literal('classes'), classes: classesField }),
]);

/**
 * What requests say, as a plan or flags write it: a dataset still with what reading it needs. A file of prompts in turn is
 * written in the suite `languages` alone.
 */
export type WrittenPrompts = z.infer<typeof block> | { readonly kind: 'listed'; readonly source: string };

/** Kinds that need no more than their name. */
const plainKinds = ['generated', 'language', 'trace'] as const;
const expected = 'generated, language, trace, or a block with a kind such as { kind: dataset, source: FILE }';

/** What the requests of a suite say. */
export const promptsField = writtenField<WrittenPrompts>({ expected, text: parseKind, block });

function parseKind(text: string): Parsed<WrittenPrompts> {
  const kind = plainKinds.find((name) => name === text);
  if (kind === 'generated') return parsed({ kind, sharedPrefix: null });
  if (kind !== undefined) return parsed({ kind });
  const near = nearestName(text, plainKinds);
  return refused(`must be ${expected}, not "${text}"${near === null ? '' : `; did you mean ${near}?`}`);
}
