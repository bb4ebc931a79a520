import type { Flight } from '../flight.ts';
import type { EventReading } from './dialect.ts';
import {
  countAt,
  errorMessageOf,
  isObject,
  isVisible,
  type JsonObject,
  objectAt,
  textAt,
} from './json-shape.ts';

/** Reads one whole OpenAI event (chat or completions) that a JSON parser has read. The truth that the fast reader must equal. */
export function readOpenAiEvent(event: JsonObject, flight: Flight, reading: EventReading): void {
  const error = errorMessageOf(event);
  if (error !== null) {
    reading.kind = 'error';
    reading.errorMessage = error;
    return;
  }
  const choices = Array.isArray(event['choices']) ? event['choices'] : [];
  for (const choice of choices) if (isObject(choice)) readChoice(choice, flight, reading);
  const usage = objectAt(event, 'usage');
  if (usage === null) return;
  reading.cumulativeTokens = countAt(usage, 'completion_tokens');
  reading.totalsOnly = choices.length === 0;
  readUsage(usage, flight);
}

/** Input, reasoning and cached counts; each is kept when a later usage leaves it out. */
export function readUsage(usage: JsonObject, flight: Flight): void {
  const input = countAt(usage, 'prompt_tokens');
  if (input >= 0) flight.inputTokens = input;
  const cached = countAt(objectAt(usage, 'prompt_tokens_details'), 'cached_tokens');
  if (cached >= 0) flight.cachedTokens = cached;
  const detailed = countAt(objectAt(usage, 'completion_tokens_details'), 'reasoning_tokens');
  const reasoning = detailed >= 0 ? detailed : countAt(usage, 'reasoning_tokens');
  if (reasoning >= 0) flight.reasoningTokens = reasoning;
}

function readChoice(choice: JsonObject, flight: Flight, reading: EventReading): void {
  const finish = choice['finish_reason'];
  if (typeof finish === 'string' && finish !== '') flight.finishReason = finish;
  const delta = objectAt(choice, 'delta');
  const answer = delta === null ? textAt(choice, 'text') : textAt(delta, 'content');
  const reasoning = delta === null ? '' : textAt(delta, 'reasoning') || textAt(delta, 'reasoning_content');
  const toolCalls = delta?.['tool_calls'];
  const callsTool = (Array.isArray(toolCalls) && toolCalls.length > 0) || isObject(delta?.['function_call']);
  const tokenIds = choice['token_ids'];
  const ids = Array.isArray(tokenIds) ? tokenIds.length : 0;
  if (ids > 0) reading.ownTokens = Math.max(reading.ownTokens, 0) + ids;
  if (answer === '' && reasoning === '' && !callsTool && ids === 0) return;
  reading.kind = 'text';
  reading.reasoning = reasoning !== '' && answer === '' && !callsTool;
  reading.visible ||= isVisible(answer) || isVisible(reasoning);
  reading.text += answer;
  reading.escapedText += JSON.stringify(reasoning + answer).slice(1, -1);
}
