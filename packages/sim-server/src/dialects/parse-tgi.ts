import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { acceptRequest, blockTokensOf } from './accept-request.ts';
import { asFields, numberIn, type Parsed, rejection } from './generation-request.ts';
import { promptOf } from './prompt.ts';

/** What TGI produces when no limit is given. */
const DEFAULT_NEW_TOKENS = 100;

/** Parses a body of TGI's `/generate_stream`. A request that does not pass its checks gets an error event in a stream. */
export function parseTgi(value: unknown, profile: SimulatedProfile): Parsed {
  const fields = asFields(value);
  const inputs = fields?.['inputs'];
  if (fields === null || typeof inputs !== 'string') {
    return rejection(422, { error: 'missing field `inputs`', error_type: 'validation' });
  }
  const prompt = promptOf(inputs, blockTokensOf(profile));
  if (prompt === null || prompt.tokens === 0) return refuse('`inputs` cannot be empty');
  const parameters = asFields(fields['parameters']) ?? {};
  const temperature = numberIn(parameters, 'temperature');
  if (temperature !== null && temperature <= 0) return refuse('`temperature` must be strictly positive');
  const maxTokens = numberIn(parameters, 'max_new_tokens') ?? DEFAULT_NEW_TOKENS;
  if (maxTokens < 1) return refuse('`max_new_tokens` must be strictly positive');
  if (prompt.tokens + maxTokens > profile.maxModelTokens) {
    return refuse(
      `\`inputs\` tokens + \`max_new_tokens\` must be <= ${profile.maxModelTokens}. Given: ${prompt.tokens} \`inputs\` tokens and ${maxTokens} \`max_new_tokens\``,
    );
  }
  const asked = {
    prompt,
    maxTokens,
    model: profile.model,
    minTokens: 0,
    ignoreEndOfText: false,
    stream: true,
  };
  return acceptRequest('tgi', asked, profile);
}

const refuse = (message: string): Parsed => ({
  kind: 'rejected',
  status: 200,
  body: { error: `Input validation error: ${message}`, error_type: 'validation' },
  inStream: true,
});
