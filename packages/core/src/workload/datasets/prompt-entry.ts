import { z } from 'zod';
import {
  badEntry,
  firstProblem,
  goodEntry,
  isBlank,
  mustBe,
  outputLengthOf,
  outputLengthShape,
  type ParsedEntry,
} from './parsed-entry.ts';

const entrySchema = z.object(
  { prompt: z.string({ error: mustBe('one text') }), ...outputLengthShape },
  { error: mustBe('an object') },
);

/** A line with a `prompt` and perhaps the number of tokens to ask for. */
export function parsePrompt(value: unknown): ParsedEntry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return badEntry(firstProblem(parsed.error));
  if (isBlank(parsed.data.prompt)) return badEntry('prompt is empty');
  return goodEntry({ text: parsed.data.prompt, outputTokens: outputLengthOf(parsed.data) });
}
