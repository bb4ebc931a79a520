import { z } from 'zod';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { positiveCount } from '../plan-fields.ts';
import type { SharedPrefix } from '../prompt-plan.ts';
import { writtenField } from '../written-field.ts';

const form = 'TOKENS[:GROUPS[:SHARE]] such as 500, 500:4 or 500:4:0.8';

/** A shared prefix as `--shared-prefix` takes it: its tokens, how many different ones, the share of requests with one. */
export function parseSharedPrefix(text: string): Parsed<SharedPrefix> {
  const [tokensText = '', groupsText = '1', shareText = '1', ...more] = text
    .split(':')
    .map((part) => part.trim());
  const tokens = Number(tokensText);
  const groups = Number(groupsText);
  const share = Number(shareText);
  const isCount = (part: string, value: number): boolean =>
    /^\d+$/.test(part) && Number.isSafeInteger(value) && value > 0;
  if (more.length > 0 || !isCount(tokensText, tokens) || !isCount(groupsText, groups))
    return refused(`"${text}" is not ${form}`);
  if (!/^\d*\.?\d+$/.test(shareText) || !(share > 0 && share <= 1))
    return refused(`the share "${shareText}" of requests with the prefix must be above 0 and at most 1`);
  return parsed({ tokens, groups, share });
}

const block: z.ZodType<SharedPrefix> = z.strictObject({
  tokens: positiveCount,
  groups: positiveCount.default(1),
  share: z.number().positive().max(1, { error: 'must be at most 1' }).default(1),
});

/** A shared prefix of a plan: its tokens, the text of the flag, or a block of keys. */
export const sharedPrefixField = writtenField<SharedPrefix>({
  expected: `a number of tokens, or ${form}`,
  number: (value) => parseSharedPrefix(String(value)),
  text: parseSharedPrefix,
  block,
});
