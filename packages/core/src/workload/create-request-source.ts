import { assertNever } from '../errors/assert-never.ts';
import { languagePrompts } from './language-prompts.ts';
import { neededPart } from './needed-part.ts';
import { generatedOptions, type RequestSourceOptions } from './request-source-options.ts';
import { classSource } from './sources/class-source.ts';
import { datasetSource } from './sources/dataset-source.ts';
import { generatedSource } from './sources/generated-source.ts';
import { givenSource } from './sources/given-source.ts';
import { traceSource } from './sources/trace-source.ts';
import type { RequestSource } from './workload-request.ts';

/**
 * A seeded lazy source of requests. Request k is a pure function of seed, salt and k, so any worker can make it. A dataset's
 * entries of several turns come as single requests; conversations come from `createConversationSource`.
 * Throws a usage error when a fixed `inputTokens` leaves no room for salt and question, and an error when the dataset or
 * the trace of the plan is missing.
 */
export function createRequestSource(options: RequestSourceOptions): RequestSource {
  const { prompts } = options;
  switch (prompts.kind) {
    case 'generated':
      return generatedSource(generatedOptions(options), prompts.sharedPrefix);
    case 'fixed':
      return givenSource(options, [prompts.text]);
    case 'language':
      return givenSource(options, languagePrompts(options.language));
    case 'listed':
      return givenSource(options, prompts.texts);
    case 'dataset':
      return datasetSource(options, neededPart(options, 'dataset'));
    case 'trace':
      return traceSource(generatedOptions(options), neededPart(options, 'trace'));
    case 'classes':
      return classSource(options, prompts.classes);
    case 'conversation':
      throw new Error('the turns of a conversation depend on its answers: they are no single requests');
    default:
      return assertNever(prompts);
  }
}
