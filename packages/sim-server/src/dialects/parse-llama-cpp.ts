import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { acceptRequest, blockTokensOf } from './accept-request.ts';
import { asFields, numberIn, type Parsed, rejection } from './generation-request.ts';
import { promptOf } from './prompt.ts';

/** Parses a body of llama.cpp's `/completion`. */
export function parseLlamaCpp(value: unknown, profile: SimulatedProfile): Parsed {
  const fields = asFields(value);
  const prompt = fields === null ? null : promptOf(fields['prompt'], blockTokensOf(profile));
  if (fields === null || prompt === null) {
    return refuse("[json.exception.out_of_range.403] key 'prompt' not found", 'invalid_request_error');
  }
  const { maxModelTokens, model } = profile;
  if (prompt.tokens >= maxModelTokens) {
    const message = `request (${prompt.tokens} tokens) exceeds the available context size (${maxModelTokens} tokens), try increasing it`;
    const sizes = { n_prompt_tokens: prompt.tokens, n_ctx: maxModelTokens };
    return refuse(message, 'exceed_context_size_error', sizes);
  }
  const asked = {
    prompt,
    model,
    maxTokens: numberIn(fields, 'n_predict'),
    minTokens: 0,
    ignoreEndOfText: fields['ignore_eos'] === true,
    stream: fields['stream'] === true,
  };
  return acceptRequest('llama-cpp', asked, profile);
}

const refuse = (message: string, type: string, more: object = {}): Parsed =>
  rejection(400, { error: { code: 400, message, type, ...more } });
