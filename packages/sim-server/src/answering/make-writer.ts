import type { AnswerTimes, EventWriter, WriterContext } from '../dialects/event-writer.ts';
import { generateWriter } from '../dialects/generate-writer.ts';
import type { GenerationRequest } from '../dialects/generation-request.ts';
import { llamaCppWriter } from '../dialects/llama-cpp-writer.ts';
import { ollamaWriter } from '../dialects/ollama-writer.ts';
import { responsesWriter } from '../dialects/responses-writer.ts';
import { sglangChatWriter, sglangCompletionsWriter } from '../dialects/sglang-writer.ts';
import { tgiWriter } from '../dialects/tgi-writer.ts';
import { vllmChatWriter, vllmCompletionsWriter } from '../dialects/vllm-writer.ts';
import type { ServerState } from '../server-state.ts';
import { hashText } from '../text/random.ts';
import { toWire } from '../text/vocabulary.ts';
import type { TruthRequest } from '../truth/truth-recorder.ts';

const openAiWriters = {
  vllm: { chat: vllmChatWriter, completions: vllmCompletionsWriter },
  sglang: { chat: sglangChatWriter, completions: sglangCompletionsWriter },
} as const;

/** The writer of a request's dialect. */
export function makeWriter(
  request: GenerationRequest,
  state: ServerState,
  truthRequest: TruthRequest,
): EventWriter {
  const { profile, startedAtSeconds, clock } = state;
  const context: WriterContext = {
    id: requestId(
      state.seed,
      truthRequest.id,
      profile.engine === 'vllm' && request.route !== 'generate' ? 16 : 32,
    ),
    createdSeconds: Math.floor(startedAtSeconds + truthRequest.arrival / 1e6),
    modelJson: toWire(JSON.stringify(request.model)),
    includeUsage: request.includeUsage,
    continuousUsage: request.continuousUsage,
    reportsCachedTokens: profile.reportsCachedTokens,
    reportsReasoning: profile.reasoningTokens > 0,
  };
  const times = (): AnswerTimes => {
    const now = clock.now();
    const seconds = (micros: number | null): number => startedAtSeconds + (micros ?? now) / 1e6;
    return {
      received: seconds(truthRequest.arrival),
      admitted: seconds(truthRequest.admitted),
      firstToken: seconds(truthRequest.firstToken ?? truthRequest.plannedFirstToken),
      now: seconds(now),
    };
  };
  switch (request.route) {
    case 'chat':
    case 'completions':
      return openAiWriters[profile.engine][request.route](context);
    case 'generate':
      return generateWriter(context, profile.incrementalOutput, times);
    case 'responses':
      return responsesWriter(context);
    case 'ollama-chat':
    case 'ollama-generate':
      return ollamaWriter(request.route, context, times);
    case 'llama-cpp':
      return llamaCppWriter(context, times);
    case 'tgi':
      return tgiWriter(context);
  }
}

/** A request's id in hexadecimal digits, the same under the same seed. */
function requestId(seed: number, number: number, digits: number): string {
  let text = '';
  for (let part = 0; text.length < digits; part += 1) {
    text += hashText(`${seed}:${number}:${part}`, 2166136261).toString(16).padStart(8, '0');
  }
  return text.slice(0, digits);
}
