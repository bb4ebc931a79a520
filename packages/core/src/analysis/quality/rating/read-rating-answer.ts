import { z } from 'zod';
import { parseRating, type ReadRating } from './parse-rating.ts';

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1),
});

/** The rating in the body of a chat completion, or why there is none. */
export function readRatingAnswer(body: string): ReadRating {
  const completion = completionSchema.safeParse(jsonOrNull(body));
  if (!completion.success) return { ok: false, reason: 'the judge sent no chat completion' };
  return parseRating(completion.data.choices[0]?.message.content ?? '');
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
