import { usageError } from '../errors/kneepoint-error.ts';
import type { Language } from '../plan/language.ts';
import { createRandom } from '../random/create-random.ts';
import { composeNaturalPrompt, composeSizedPrompt } from './compose-prompt.ts';
import { createPromptMaterial, type PromptMaterial } from './prompt-material.ts';
import { requestSalts, saltLine } from './salted-text.ts';
import { countedCost, estimatedCost, type TextCost } from './text-cost.ts';
import type { TokenCounter } from './token-counter.ts';
import type { RequestSource } from './workload-request.ts';

/** What a source of requests makes, and from which randomness. */
export type RequestSourceOptions = {
  /** Decides topics and sentences. */
  readonly seed: string;
  /** The run's random salt, mixed into every prompt; `off` sends prompts as they are. */
  readonly salt: string;
  readonly language: Language;
  /**
   * Tokens of the user's text with its salt: exact to one token with a tokenizer, else by an estimate. The server's
   * chat template adds its own on top. `null` is the natural length. Given prompts are never cut or filled.
   */
  readonly inputTokens: number | null;
  readonly outputTokens: number;
  /** One text for every request, in place of generated ones. */
  readonly fixedPrompt?: string | null | undefined;
  /** Texts that the requests take in turn, in place of generated ones. */
  readonly prompts?: readonly string[] | undefined;
  readonly systemText?: string | null | undefined;
  readonly tokenizer?: TokenCounter | null | undefined;
};

/**
 * A seeded lazy source of requests. Request k is a pure function of seed, salt and k, so any worker can make it.
 * Throws a usage error when `inputTokens` leaves no room for salt and question.
 */
export function createRequestSource(options: RequestSourceOptions): RequestSource {
  const given = givenPrompts(options);
  const textOf = given === null ? generatedText(options) : givenText(options, given);
  const intended = given === null ? options.inputTokens : null;
  return {
    request: (index) => ({
      index,
      language: options.language,
      systemText: options.systemText ?? null,
      text: textOf(index),
      outputTokens: options.outputTokens,
      intendedInputTokens: intended,
    }),
  };
}

function givenPrompts(options: RequestSourceOptions): readonly string[] | null {
  if (typeof options.fixedPrompt === 'string') return [options.fixedPrompt];
  return options.prompts !== undefined && options.prompts.length > 0 ? options.prompts : null;
}

function givenText(options: RequestSourceOptions, prompts: readonly string[]): (index: number) => string {
  const saltOf = requestSalts(options.salt);
  return (index) => saltLine(saltOf(index)) + (prompts[index % prompts.length] ?? '');
}

function generatedText(options: RequestSourceOptions): (index: number) => string {
  const { language, inputTokens } = options;
  // A natural length needs no counting.
  const tokenizer = inputTokens === null ? null : (options.tokenizer ?? null);
  const cost = tokenizer === null ? estimatedCost(language) : countedCost(tokenizer);
  const material = createPromptMaterial(language, cost);
  const saltOf = requestSalts(options.salt);
  const root = createRandom(options.seed).fork(`prompts-${language}`);
  if (inputTokens === null) {
    return (index) => composeNaturalPrompt(saltLine(saltOf(index)), material, root.fork(index));
  }
  assertRoom(inputTokens, minimumInputTokens(material, cost, saltOf), language);
  return (index) => {
    const line = saltLine(saltOf(index));
    // The salt is new each time: counted, not remembered.
    const head = { text: line, cost: tokenizer === null ? cost.of(line) : tokenizer.count(line) };
    return composeSizedPrompt({ head, material, random: root.fork(index), inputTokens, tokenizer });
  };
}

const sampledSalts = 16;
/** Above the largest sampled salt, for a rarer one. */
const saltReserve = 2;

/** The fewest tokens that hold a salt, the longest short question and a word. */
function minimumInputTokens(
  material: PromptMaterial,
  cost: TextCost,
  saltOf: (index: number) => string | null,
): number {
  const lines = Array.from({ length: sampledSalts }, (_, index) => saltLine(saltOf(index)));
  const salted = lines[0] !== '';
  const lineCost = Math.max(...lines.map((line) => cost.of(line))) + (salted ? saltReserve : 0);
  const asks = Array.from({ length: material.topics }, (_, topic) => material.shortAsk(topic).cost);
  return Math.ceil(lineCost + Math.max(...asks) + material.wordsLabel.cost + 1);
}

function assertRoom(inputTokens: number, minimum: number, language: Language): void {
  if (inputTokens >= minimum) return;
  throw usageError(
    'input-tokens-too-few',
    `${inputTokens} input tokens are too few for a prompt (${language}): the salt and a question need ${minimum}`,
    `ask for ${minimum} or more, or give the prompt's text yourself`,
  );
}
