import type { Language } from '../plan/language.ts';
import type { Random } from '../random/create-random.ts';
import { type FillOptions, fillText, fillWords } from './fill-text.ts';
import { createPromptMaterial } from './prompt-material.ts';
import { saltLine } from './salted-text.ts';
import { countedCost, estimatedCost } from './text-cost.ts';
import type { TokenCounter } from './token-counter.ts';

/** What a writer of background texts needs. */
export type BackgroundOptions = {
  readonly language: Language;
  readonly tokenizer: TokenCounter | null;
  /** Whether each whole text is counted and corrected; else the sum of its counted pieces stands, which is far cheaper. */
  readonly exact: boolean;
};

/**
 * Writes a text of a stated number of tokens: what it says comes from `random`, how it opens from `salt`. The same two give
 * the same text.
 */
export type BackgroundWriter = (
  parts: { readonly random: Random; readonly salt: Random },
  tokens: number,
) => string;

/**
 * A writer of texts without a question, which several requests may open with:
 *
 *     [id 90ab...]
 *     Background: Note on X. Note on X. ... Note on Y. ...
 *     Keywords: river stone music
 *
 * The number in the first line is the text's own, so that two texts differ from their first token on: else two that
 * happen to start with the same sentence would share a part of a cache. A text too short for all that is words alone,
 * drawn from `salt`.
 */
export function createBackgroundWriter(options: BackgroundOptions): BackgroundWriter {
  const { language, tokenizer, exact } = options;
  const cost = tokenizer === null ? estimatedCost(language) : countedCost(tokenizer);
  const material = createPromptMaterial(language, cost);
  const corrector = exact ? tokenizer : null;
  return ({ random, salt }, tokens) => {
    const fill: FillOptions = { material, random, tokens, tokenizer: corrector };
    const line = saltLine(salt.salt64());
    const head = { text: line, cost: tokenizer === null ? cost.of(line) : tokenizer.count(line) };
    const opening = [head, material.backgroundLabel];
    const openingCost = head.cost + material.backgroundLabel.cost + material.wordsLabel.cost;
    if (openingCost + 1 > tokens) return wordsAlone({ ...fill, random: salt });
    return fillText(opening, random.integer(material.topics), fill);
  };
}

/** The first word loses its leading gap, and is counted without it. */
function wordsAlone(fill: FillOptions): string {
  const { tokenizer } = fill;
  const trimming = tokenizer === null ? null : { count: (text: string) => tokenizer.count(text.trimStart()) };
  return fillWords('', fill.tokens, { ...fill, tokenizer: trimming }).trimStart();
}
