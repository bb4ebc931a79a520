import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { acceptRequest, blockTokensOf } from './accept-request.ts';
import { asFields, numberIn, type Parsed, rejection } from './generation-request.ts';
import { promptOfMessages } from './prompt.ts';

/** Parses a body of Ollama's `/api/chat` or `/api/generate`; `stream` is on unless it is turned off. */
export function parseOllama(
  route: 'ollama-chat' | 'ollama-generate',
  value: unknown,
  profile: SimulatedProfile,
): Parsed {
  const fields = asFields(value);
  if (fields === null) return rejection(400, { error: 'missing request body' });
  const model = fields['model'];
  if (typeof model !== 'string' || model === '') return rejection(400, { error: 'model is required' });
  if (model !== profile.model) return rejection(404, { error: `model '${model}' not found` });
  const messages = route === 'ollama-chat' ? fields['messages'] : generateMessages(fields);
  const prompt = promptOfMessages(messages, blockTokensOf(profile));
  if (prompt === null) return rejection(400, { error: 'invalid message' });
  const options = asFields(fields['options']) ?? {};
  const asked = {
    prompt,
    model,
    maxTokens: numberIn(options, 'num_predict'),
    minTokens: 0,
    ignoreEndOfText: false,
    stream: fields['stream'] !== false,
  };
  return acceptRequest(route, asked, profile);
}

/** `/api/generate` puts the system prompt and the prompt into the model's chat template. */
function generateMessages(fields: Readonly<Record<string, unknown>>): readonly object[] | null {
  const { system, prompt } = fields;
  if (typeof prompt !== 'string') return null;
  const first = typeof system === 'string' && system !== '' ? [{ role: 'system', content: system }] : [];
  return [...first, { role: 'user', content: prompt }];
}
