import { createRandom } from '../../random/create-random.ts';
import type { IndexedNumbers } from '../indexed-numbers.ts';
import { promptLengths } from '../prompt-lengths.ts';
import { createPromptWriter } from '../prompt-writer.ts';
import type { GeneratedSourceOptions } from '../request-source-options.ts';
import { requestSaltLines } from '../salted-text.ts';

/** A generated text and how many tokens it was made to have; `null` where it has its natural length. */
export type GeneratedPrompt = { readonly text: string; readonly intendedInputTokens: number | null };

/** What decides a generated prompt. */
export type GeneratedPromptOptions = Pick<
  GeneratedSourceOptions,
  'seed' | 'salt' | 'language' | 'inputTokens' | 'tokenizer'
>;

/** Generated prompt k: salt, question and context. Throws a usage error where a fixed length leaves no room for them. */
export function generatedPrompts(options: GeneratedPromptOptions): (index: number) => GeneratedPrompt {
  const { seed, language, inputTokens } = options;
  // A natural length needs no counting.
  const writer = createPromptWriter(language, inputTokens === null ? null : options.tokenizer);
  const lineOf = requestSaltLines(options.salt);
  const root = createRandom(seed);
  const texts = root.fork(`prompts-${language}`);
  const lengths: IndexedNumbers | null =
    inputTokens === null
      ? null
      : promptLengths(inputTokens, root.fork('input-tokens'), {
          tokens: writer.minimumTokens(lineOf),
          language,
        });
  return (index) => {
    const intendedInputTokens = lengths?.(index) ?? null;
    return { text: writer.write(lineOf(index), texts.fork(index), intendedInputTokens), intendedInputTokens };
  };
}
