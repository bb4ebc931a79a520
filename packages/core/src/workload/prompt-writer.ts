import type { Language } from '../plan/language.ts';
import type { Random } from '../random/create-random.ts';
import { composeNaturalPrompt, composeSizedPrompt } from './compose-prompt.ts';
import { createPromptMaterial, type PromptMaterial } from './prompt-material.ts';
import { countedCost, estimatedCost, type TextCost } from './text-cost.ts';
import type { TokenCounter } from './token-counter.ts';

/** Writes generated prompts of one language. */
export type PromptWriter = {
  /** A prompt that opens with a salt line, of so many tokens, or of its natural length for `null`. */
  readonly write: (line: string, random: Random, tokens: number | null) => string;
  /** The fewest tokens that hold a salt line, the longest short question and a word. */
  readonly minimumTokens: (lineOf: (index: number) => string) => number;
};

/** A writer whose lengths are exact to one token with a tokenizer, else estimated. */
export function createPromptWriter(language: Language, tokenizer: TokenCounter | null): PromptWriter {
  const cost = tokenizer === null ? estimatedCost(language) : countedCost(tokenizer);
  const material = createPromptMaterial(language, cost);
  return {
    write(line, random, tokens) {
      if (tokens === null) return composeNaturalPrompt(line, material, random);
      // The salt is new each time: counted, not remembered.
      const head = { text: line, cost: tokenizer === null ? cost.of(line) : tokenizer.count(line) };
      return composeSizedPrompt(head, { material, random, tokens, tokenizer });
    },
    minimumTokens: (lineOf) => minimumTokens(material, cost, lineOf),
  };
}

const sampledSalts = 16;
/** Above the largest sampled salt, for a rarer one. */
const saltReserve = 2;

function minimumTokens(material: PromptMaterial, cost: TextCost, lineOf: (index: number) => string): number {
  const lines = Array.from({ length: sampledSalts }, (_, index) => lineOf(index));
  const salted = lines[0] !== '';
  const lineCost = Math.max(...lines.map((line) => cost.of(line))) + (salted ? saltReserve : 0);
  const asks = Array.from({ length: material.topics }, (_, topic) => material.shortAsk(topic).cost);
  return Math.ceil(lineCost + Math.max(...asks) + material.wordsLabel.cost + 1);
}
