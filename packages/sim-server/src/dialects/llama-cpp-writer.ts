import type {
  AnswerProgress,
  AnswerTimes,
  EventWriter,
  FinishReason,
  WriterContext,
} from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

/** llama.cpp's `/completion`: each event has its text, its token ids and the tokens so far; the last one the timings. */
export function llamaCppWriter(context: WriterContext, times: () => AnswerTimes): EventWriter {
  const lastOf = (text: string, finish: FinishReason, progress: AnswerProgress): string =>
    `{"index":0,"content":"${text}","tokens":[],"id_slot":0,"stop":true,"model":${context.modelJson},${countsOf(progress)},"generation_settings":{"stream":true},"prompt":"","has_new_line":false,"truncated":false,"stop_type":"${finish === 'length' ? 'limit' : 'eos'}","stopping_word":"","tokens_cached":${progress.promptTokens + progress.completionTokens - 1},"timings":{${timingsOf(progress, times())}}}`;
  return {
    format: streamFormats['llama-cpp'],
    opening: () => '',
    tokens: ({ wire, ids }, progress) =>
      `data: {"index":0,"content":"${wire}","tokens":[${ids.join(',')}],"stop":false,"id_slot":-1,${countsOf(progress)}}\n\n`,
    ending: (finish, progress) => [`data: ${lastOf('', finish, progress)}\n\n`],
    whole: (text, finish, progress) => lastOf(text.reasoning + text.content, finish, progress),
    error: (message) =>
      `data: {"error":{"code":500,"message":${JSON.stringify(message)},"type":"server_error"}}\n\n`,
  };
}

const countsOf = ({ completionTokens, promptTokens }: AnswerProgress): string =>
  `"tokens_predicted":${completionTokens},"tokens_evaluated":${promptTokens}`;

/** Milliseconds; the prompt's tokens are parted into those that were cached and those that were processed. */
function timingsOf(progress: AnswerProgress, times: AnswerTimes): string {
  const { promptTokens, cachedTokens, completionTokens } = progress;
  const milliseconds = (from: number, to: number): string => (Math.max(0, to - from) * 1000).toFixed(3);
  return `"cache_n":${cachedTokens},"prompt_n":${promptTokens - cachedTokens},"prompt_ms":${milliseconds(times.admitted, times.firstToken)},"predicted_n":${completionTokens},"predicted_ms":${milliseconds(times.firstToken, times.now)}`;
}
