import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { sglangErrors, vllmErrors } from './engine-errors.ts';
import { asFields, type Fields, numberIn, type Parsed, type Rejection } from './generation-request.ts';
import { type Prompt, promptOf, promptOfMessages } from './prompt.ts';

type OpenAiRoute = 'chat' | 'completions';

/** What completions routes produce when no limit is given (chat goes on to the end of the context). */
const DEFAULT_COMPLETION_TOKENS = 16;

/** Parses a body of `/v1/chat/completions` or `/v1/completions` as the profile's engine would. */
export function parseOpenAi(route: OpenAiRoute, value: unknown, profile: SimulatedProfile): Parsed {
  const errors = profile.engine === 'vllm' ? vllmErrors : sglangErrors;
  const fields = asFields(value);
  if (fields === null) return errors.badJson(route, 0);
  const model = fields['model'];
  if (profile.engine === 'vllm' && typeof model === 'string' && model !== profile.model) {
    return vllmErrors.unknownModel(model, profile.model);
  }
  const blockTokens = profile.prefixCaching ? profile.kvBlockTokens : null;
  const prompt =
    route === 'chat'
      ? promptOfMessages(fields['messages'], blockTokens)
      : promptOf(fields['prompt'], blockTokens);
  if (prompt === null) return errors.missingField(route, route === 'chat' ? 'messages' : 'prompt', fields);
  const maxTokens = numberIn(fields, 'max_completion_tokens') ?? numberIn(fields, 'max_tokens');
  const refused =
    profile.engine === 'vllm'
      ? refusedByVllm(fields, prompt, maxTokens, profile.maxModelTokens)
      : refusedBySglang(route, fields, prompt, maxTokens, profile.maxModelTokens);
  if (refused !== null) return refused;
  const room = Math.max(0, profile.maxModelTokens - prompt.tokens);
  const fallback = route === 'chat' ? room : DEFAULT_COMPLETION_TOKENS;
  const options = asFields(fields['stream_options']) ?? {};
  const includeUsage = options['include_usage'] === true;
  return {
    kind: 'accepted',
    request: {
      route,
      model: typeof model === 'string' ? model : profile.model,
      promptText: prompt.text,
      promptTokens: prompt.tokens,
      blockHashes: prompt.hashes,
      maxTokens: Math.min(room, maxTokens ?? fallback),
      minTokens: numberIn(fields, 'min_tokens') ?? 0,
      ignoreEndOfText: fields['ignore_eos'] === true,
      stream: fields['stream'] === true,
      includeUsage,
      continuousUsage: includeUsage && options['continuous_usage_stats'] === true,
    },
  };
}

function refusedByVllm(
  fields: Fields,
  prompt: Prompt,
  maxTokens: number | null,
  limit: number,
): Rejection | null {
  const refuse = (message: string, name: string, value: unknown): Rejection =>
    vllmErrors.badRequest(`${message} (parameter=${name}, value=${String(value)})`, name);
  const temperature = numberIn(fields, 'temperature');
  if (temperature !== null && temperature < 0) {
    const text = pythonFloat(temperature);
    return refuse(`temperature must be non-negative, got ${text}.`, 'temperature', text);
  }
  if (asFields(fields['stream_options']) !== null && fields['stream'] !== true) {
    const message = 'Stream options can only be defined when `stream=True`. (parameter=stream_options)';
    return vllmErrors.badRequest(message, 'stream_options');
  }
  if (prompt.tokens > limit) {
    const message = `This model's maximum context length is ${limit} tokens. However, your prompt contains at least ${limit + 1} input tokens, which exceeds this limit even without any output tokens. Please reduce the length of the input prompt.`;
    return refuse(message, 'input_tokens', limit + 1);
  }
  if (maxTokens === null) return null;
  if (maxTokens < 1) {
    return refuse(`max_tokens must be at least 1, got ${maxTokens}.`, 'max_tokens', maxTokens);
  }
  if (maxTokens > limit) {
    const message = `max_tokens=${maxTokens} cannot be greater than max_model_len=${limit}. Please request fewer output tokens.`;
    return refuse(message, 'max_tokens', maxTokens);
  }
  const minTokens = numberIn(fields, 'min_tokens') ?? 0;
  if (minTokens > maxTokens) {
    const message = `min_tokens must be less than or equal to max_tokens=${maxTokens}, got ${minTokens}.`;
    return vllmErrors.badRequest(message, null);
  }
  return null;
}

function refusedBySglang(
  route: OpenAiRoute,
  fields: Fields,
  prompt: Prompt,
  maxTokens: number | null,
  limit: number,
): Rejection | null {
  if (route === 'completions' && maxTokens !== null && maxTokens < 1) {
    return sglangErrors.invalidMaxTokens(maxTokens);
  }
  if (maxTokens !== null && maxTokens < 0) {
    return sglangErrors.object(`max_new_tokens must be at least 0, got ${maxTokens}.`);
  }
  const temperature = numberIn(fields, 'temperature');
  if (temperature !== null && temperature < 0) {
    const message = `temperature must be a non-negative finite number, got ${pythonFloat(temperature)}.`;
    return sglangErrors.object(message);
  }
  const tooLong = contextExceeded(prompt.tokens, maxTokens ?? 0, limit);
  return tooLong === null ? null : sglangErrors.object(tooLong);
}

/** SGLang's words for a prompt, or a prompt and its answer, that exceed the context; null when they fit. */
export function contextExceeded(promptTokens: number, maxTokens: number, limit: number): string | null {
  if (promptTokens > limit) {
    return `The input (${promptTokens} tokens) is longer than the model's context length (${limit} tokens).`;
  }
  if (promptTokens + maxTokens <= limit) return null;
  return `Requested token count exceeds the model's maximum context length of ${limit} tokens. You requested a total of ${promptTokens + maxTokens} tokens: ${promptTokens} tokens from the input messages and ${maxTokens} tokens for the completion. Please reduce the number of tokens in the input messages or the completion to fit within the limit.`;
}

function pythonFloat(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
