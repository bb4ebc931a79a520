import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { acceptRequest, blockTokensOf } from './accept-request.ts';
import { vllmErrors } from './engine-errors.ts';
import { asFields, type Fields, numberIn, type Parsed } from './generation-request.ts';
import { promptOfMessages } from './prompt.ts';

/** Parses a body of `/v1/responses`; refusals are in vLLM's words. */
export function parseResponses(value: unknown, profile: SimulatedProfile): Parsed {
  const fields = asFields(value);
  const messages = fields === null ? null : messagesOf(fields);
  const prompt = messages === null ? null : promptOfMessages(messages, blockTokensOf(profile));
  if (fields === null || prompt === null) return vllmErrors.badRequest('Field required: input', 'input');
  const model = fields['model'];
  if (typeof model === 'string' && model !== profile.model) {
    return vllmErrors.unknownModel(model, profile.model);
  }
  const maxTokens = numberIn(fields, 'max_output_tokens');
  if (prompt.tokens > profile.maxModelTokens) {
    const message = `The engine prompt length ${prompt.tokens} exceeds the max_model_len ${profile.maxModelTokens}. Please reduce prompt.`;
    return vllmErrors.badRequest(message, 'input');
  }
  const asked = {
    prompt,
    model: profile.model,
    maxTokens,
    minTokens: numberIn(fields, 'min_tokens') ?? 0,
    ignoreEndOfText: fields['ignore_eos'] === true,
    stream: fields['stream'] === true,
  };
  return acceptRequest('responses', asked, profile);
}

function messagesOf({ instructions, input }: Fields): readonly unknown[] | null {
  const first = typeof instructions === 'string' ? [{ role: 'system', content: instructions }] : [];
  if (typeof input === 'string') return [...first, { role: 'user', content: input }];
  return Array.isArray(input) ? [...first, ...input] : null;
}
