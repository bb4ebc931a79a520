import { z } from 'zod';

/** A score from 1 to 5 with a remark, or why none could be read. */
export type ReadRating =
  | { readonly ok: true; readonly score: number; readonly remark: string }
  | { readonly ok: false; readonly reason: string };

const remarkCharacters = 300;

const ratingSchema = z.object({
  score: z.union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d+(?:\.\d+)?\s*$/)
      .transform(Number),
  ]),
  remark: z.string().catch(''),
});

/**
 * Reads what a judge model answered: a JSON object wherever it stands in the text, else the one number behind "score" or
 * "rating", or a number alone. What the model thought before (`<think>`) is not read. Anything else, and a score outside
 * 1 to 5, is no rating.
 */
export function parseRating(text: string): ReadRating {
  const answer = text.replace(/<think>[\s\S]*?(?:<\/think>|$)/gi, '').trim();
  if (answer === '') return { ok: false, reason: 'the judge answered nothing' };
  const found = fromObject(answer) ?? fromWords(answer);
  if (found === null) return { ok: false, reason: `no score in "${shortened(answer, 80)}"` };
  if (!(found.score >= 1 && found.score <= 5))
    return { ok: false, reason: `the score ${found.score} is not from 1 to 5` };
  return { ok: true, score: found.score, remark: shortened(found.remark.trim(), remarkCharacters) };
}

type Found = { readonly score: number; readonly remark: string };

/** The last object that is a rating: a model that thinks aloud may repeat the format first. */
function fromObject(answer: string): Found | null {
  for (const [candidate] of [...answer.matchAll(/\{[^{}]*\}/g)].reverse()) {
    const read = ratingSchema.safeParse(jsonOrNull(candidate));
    if (read.success) return read.data;
  }
  return null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fromWords(answer: string): Found | null {
  const named = /(?:score|rating)\W{0,10}(\d+(?:\.\d+)?)/i.exec(answer);
  const alone = /^\**(\d+(?:\.\d+)?)(?:\s*\/\s*5)?\**\.?$/.exec(answer);
  const number = named?.[1] ?? alone?.[1];
  return number === undefined ? null : { score: Number(number), remark: '' };
}

const shortened = (text: string, characters: number): string =>
  text.length <= characters ? text : `${[...text].slice(0, characters).join('')}…`;
