import type {
  AnswerProgress,
  AnswerTimes,
  EventWriter,
  FinishReason,
  WriterContext,
} from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

/** Ollama's `/api/chat` and `/api/generate`: a line of JSON for each text, counts with the last line alone. */
export function ollamaWriter(
  route: 'ollama-chat' | 'ollama-generate',
  context: WriterContext,
  times: () => AnswerTimes,
): EventWriter {
  const textOf = route === 'ollama-chat' ? chatText : generateText;
  const line = (text: string, rest: string): string =>
    `{"model":${context.modelJson},"created_at":"${isoTime(times().now)}",${text},${rest}}\n`;
  const end = (finish: FinishReason, progress: AnswerProgress): string =>
    `"done":true,"done_reason":"${finish}"${context.includeUsage ? countsOf(progress, times()) : ''}`;
  return {
    format: streamFormats[route],
    opening: () => '',
    tokens: ({ wire, isReasoning }) =>
      wire === '' ? '' : line(isReasoning ? textOf('', wire) : textOf(wire, ''), '"done":false'),
    ending: (finish, progress) => [line(textOf('', ''), end(finish, progress))],
    whole: ({ content, reasoning }, finish, progress) =>
      line(textOf(content, reasoning), end(finish, progress)),
    error: (message) => `{"error":${JSON.stringify(message)}}\n`,
  };
}

const thinkingOf = (thinking: string): string => (thinking === '' ? '' : `,"thinking":"${thinking}"`);
const chatText = (text: string, thinking: string): string =>
  `"message":{"role":"assistant","content":"${text}"${thinkingOf(thinking)}}`;
const generateText = (text: string, thinking: string): string =>
  `"response":"${text}"${thinkingOf(thinking)}`;

/** Nanoseconds and counts. Go leaves numbers that are 0 out of its JSON. */
function countsOf(progress: AnswerProgress, times: AnswerTimes): string {
  const counts = {
    total_duration: nanoseconds(times.received, times.now),
    load_duration: 1_000_000,
    prompt_eval_count: progress.promptTokens,
    prompt_eval_duration: nanoseconds(times.admitted, times.firstToken),
    eval_count: progress.completionTokens,
    eval_duration: nanoseconds(times.firstToken, times.now),
  };
  const parts = Object.entries(counts).flatMap(([name, value]) => (value > 0 ? [`,"${name}":${value}`] : []));
  return parts.join('');
}

const nanoseconds = (from: number, to: number): number => Math.round(Math.max(0, to - from) * 1e9);
const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString();
