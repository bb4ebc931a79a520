import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { sglangErrors } from './engine-errors.ts';
import { asFields, numberIn, type Parsed } from './generation-request.ts';
import { contextExceeded } from './parse-openai.ts';
import { promptOf } from './prompt.ts';

/** What `/generate` produces when `sampling_params` sets no limit. */
const DEFAULT_NEW_TOKENS = 128;

/** Parses a body of SGLang's own `/generate`. Limits outside `sampling_params` are ignored, as the server does. */
export function parseGenerate(value: unknown, profile: SimulatedProfile): Parsed {
  const fields = asFields(value);
  if (fields === null) return sglangErrors.badJson('generate', 0);
  const stream = fields['stream'] === true;
  const prompt = promptOf(
    fields['text'] ?? fields['input_ids'],
    profile.prefixCaching ? profile.kvBlockTokens : null,
  );
  if (prompt === null) {
    return sglangErrors.native('Either text, input_ids or input_embeds should be provided.', stream);
  }
  const sampling = asFields(fields['sampling_params']) ?? {};
  const maxTokens = numberIn(sampling, 'max_new_tokens');
  if (maxTokens !== null && maxTokens < 0) {
    return sglangErrors.native(`max_new_tokens must be at least 0, got ${maxTokens}.`, stream);
  }
  const tooLong = contextExceeded(prompt.tokens, maxTokens ?? 0, profile.maxModelTokens);
  if (tooLong !== null) return sglangErrors.native(tooLong, stream);
  const room = profile.maxModelTokens - prompt.tokens;
  return {
    kind: 'accepted',
    request: {
      route: 'generate',
      model: profile.model,
      promptText: prompt.text,
      promptTokens: prompt.tokens,
      blockHashes: prompt.hashes,
      maxTokens: Math.min(room, maxTokens ?? DEFAULT_NEW_TOKENS),
      minTokens: numberIn(sampling, 'min_new_tokens') ?? 0,
      ignoreEndOfText: sampling['ignore_eos'] === true,
      stream,
      includeUsage: true,
      continuousUsage: true,
    },
  };
}
