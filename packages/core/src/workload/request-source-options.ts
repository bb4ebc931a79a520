import { isGenerated, type Language } from '../plan/language.ts';
import type { NumberDistribution } from '../plan/number-distribution.ts';
import type { PromptPlan } from '../plan/prompt-plan.ts';
import type { DatasetPack } from './datasets/dataset-pack.ts';
import type { TokenCounter } from './token-counter.ts';
import type { TraceData } from './traces/trace-data.ts';

/** What requests or conversations are made of, and from which randomness. */
export type RequestSourceOptions = {
  /** Decides topics, sentences, lengths, classes and the order of a dataset. */
  readonly seed: string;
  /** The run's random salt, mixed into every prompt; `null` sends prompts as they are. */
  readonly salt: string | null;
  /** An ISO 639 code. */
  readonly language: string;
  readonly prompts: PromptPlan;
  /**
   * Tokens of the user's text with its salt: exact to one token with a tokenizer, else by an estimate. The server's
   * chat template adds its own on top, and so does a shared prefix. A drawn length that leaves no room for salt and
   * question becomes the shortest that does; a fixed one is refused. `null` is the natural length. Given prompts are
   * never cut or filled.
   */
  readonly inputTokens: NumberDistribution | null;
  /** Tokens that a request asks for, at least 1. */
  readonly outputTokens: NumberDistribution;
  /** The entries of a dataset; needed by prompts of that kind only. */
  readonly dataset: DatasetPack | null;
  /** The recorded requests; needed by prompts of that kind only. */
  readonly trace: TraceData | null;
  /** `null` estimates lengths: texts then differ from those made with a tokenizer, in their last words. */
  readonly tokenizer: TokenCounter | null;
};

/** The same where texts are made, not given: in one of the languages that Kneepoint can write. */
export type GeneratedSourceOptions = RequestSourceOptions & { readonly language: Language };

/** Throws where a stage was planned that needs texts in another language: plans and flags refuse it. */
export function generatedOptions(options: RequestSourceOptions): GeneratedSourceOptions {
  const { language } = options;
  if (!isGenerated(language)) throw new Error(`no text can be generated in ${language}`);
  return { ...options, language };
}
