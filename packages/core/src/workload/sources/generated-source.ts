import type { SharedPrefix } from '../../plan/prompt-plan.ts';
import type { GeneratedSourceOptions } from '../request-source-options.ts';
import { sharedPrefixes } from '../shared-prefixes.ts';
import type { RequestSource } from '../workload-request.ts';
import { generatedPrompts } from './generated-prompts.ts';
import { outputLengths } from './output-lengths.ts';

/** Generated prompts, behind a prefix that some of them share. */
export function generatedSource(options: GeneratedSourceOptions, prefix: SharedPrefix | null): RequestSource {
  const prompt = generatedPrompts(options);
  const outputTokens = outputLengths(options.seed, options.outputTokens);
  const systemText = sharedPrefixes(prefix, options);
  return {
    request: (index) => ({
      index,
      language: options.language,
      systemText: systemText(index),
      history: [],
      ...prompt(index),
      outputTokens: outputTokens(index),
      requestClass: null,
    }),
  };
}
