import type { RequestSourceOptions } from '../request-source-options.ts';
import { requestSaltLines } from '../salted-text.ts';
import type { RequestSource } from '../workload-request.ts';
import { outputLengths } from './output-lengths.ts';

/** Texts that the requests take in turn, salted and otherwise as they are: one fixed prompt, or those of a language. */
export function givenSource(options: RequestSourceOptions, texts: readonly string[]): RequestSource {
  const lineOf = requestSaltLines(options.salt);
  const outputTokens = outputLengths(options.seed, options.outputTokens);
  return {
    request: (index) => ({
      index,
      language: options.language,
      systemText: null,
      history: [],
      text: lineOf(index) + (texts[index % texts.length] ?? ''),
      outputTokens: outputTokens(index),
      intendedInputTokens: null,
      requestClass: null,
    }),
  };
}
