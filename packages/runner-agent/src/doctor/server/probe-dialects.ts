import type { DialectName } from '@kneepoint/core';
import type { Question, ServerAnswer, ServerLine } from './ask-server.ts';
import { eventsOf, isFailure, type StreamedEvent } from './streamed-events.ts';

/** What a tiny request in one dialect came to. */
export type DialectProbe = {
  readonly dialect: DialectName;
  readonly path: string;
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null;
  readonly accepted: boolean;
  readonly events: readonly StreamedEvent[];
};

type Asked = { readonly dialect: DialectName; readonly question: (model: string) => Question };

const outputTokens = 8;
const prompt = 'Count from one to five.';
const streamed = {
  stream: true,
  temperature: 0,
  stream_options: { include_usage: true, continuous_usage_stats: true },
} as const;

/** The dialects that today's engines share; an engine with a language of its own is asked by its own name only. */
const dialects: readonly Asked[] = [
  {
    dialect: 'openai-chat',
    question: (model) => ({
      method: 'POST',
      path: '/v1/chat/completions',
      json: { model, messages: [{ role: 'user', content: prompt }], max_tokens: outputTokens, ...streamed },
    }),
  },
  {
    dialect: 'openai-completions',
    question: (model) => ({
      method: 'POST',
      path: '/v1/completions',
      json: { model, prompt, max_tokens: outputTokens, ...streamed },
    }),
  },
  {
    dialect: 'openai-responses',
    question: (model) => ({
      method: 'POST',
      path: '/v1/responses',
      json: { model, input: prompt, max_output_tokens: 16, stream: true, store: false },
    }),
  },
  {
    dialect: 'sglang-generate',
    question: () => ({
      method: 'POST',
      path: '/generate',
      json: { text: prompt, sampling_params: { max_new_tokens: outputTokens, temperature: 0 }, stream: true },
    }),
  },
];

/** Sends one tiny request in each dialect, one after the other. */
export async function probeDialects(line: ServerLine, model: string): Promise<readonly DialectProbe[]> {
  const probes: DialectProbe[] = [];
  for (const { dialect, question } of dialects) {
    const asked = question(model);
    probes.push(probeOf(dialect, asked.path, await line.ask(asked)));
  }
  return probes;
}

function probeOf(dialect: DialectName, path: string, answer: ServerAnswer | null): DialectProbe {
  const events = answer === null ? [] : eventsOf(answer.text);
  const isStream = answer?.status === 200 && answer.contentType.includes('text/event-stream');
  const accepted = isStream && events.length > 0 && !events.some(isFailure);
  return { dialect, path, status: answer?.status ?? null, accepted, events };
}
