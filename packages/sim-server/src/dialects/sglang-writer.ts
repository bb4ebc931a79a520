import type { AnswerProgress, EventWriter, WriterContext } from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

/** SGLang's `/v1/chat/completions`: `reasoning_content` in every delta, the finish reason in an event of its own. */
export function sglangChatWriter(context: WriterContext): EventWriter {
  const { includeUsage, continuousUsage } = context;
  const head = `data: {"id":"${context.id}","object":"chat.completion.chunk","created":${context.createdSeconds},"model":${context.modelJson},"choices":[`;
  const contentHead = `${head}{"index":0,"delta":{"reasoning_content":null,"content":"`;
  const reasoningHead = `${head}{"index":0,"delta":{"reasoning_content":"`;
  const usual = '"},"logprobs":null,"finish_reason":null,"matched_stop":null}]';
  return {
    format: streamFormats.chat,
    opening: () =>
      `${head}{"index":0,"delta":{"reasoning_content":null,"role":"assistant","content":""},"logprobs":null,"finish_reason":null,"matched_stop":null}]}\n\n`,
    tokens: (event, progress) => {
      if (event.wire === '') return '';
      const usage = continuousUsage ? `,"usage":{${usageOf(context, progress)}}` : '';
      return `${event.isReasoning ? reasoningHead : contentHead}${event.wire}${usual}${usage}}\n\n`;
    },
    ending: (finish, progress) => {
      const matched = finish === 'stop' ? '151645' : 'null';
      const last = `${head}{"index":0,"delta":{"reasoning_content":null},"logprobs":null,"finish_reason":"${finish}","matched_stop":${matched}}]}\n\n`;
      return includeUsage ? [last, `${head}],"usage":{${usageOf(context, progress)}}}\n\n`] : [last];
    },
    whole: (text, finish, progress) =>
      `{"id":"${context.id}","object":"chat.completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[{"index":0,"message":{"role":"assistant","content":"${text.content}","reasoning_content":${text.reasoning === '' ? 'null' : `"${text.reasoning}"`}},"logprobs":null,"finish_reason":"${finish}","matched_stop":${finish === 'stop' ? '151645' : 'null'}}],"usage":{${usageOf(context, progress)}},"metadata":${metadata(progress)}}`,
    error: sglangErrorEvent,
  };
}

/** SGLang's `/v1/completions`: `choices[].text`, `usage` null or cumulative in every event. */
export function sglangCompletionsWriter(context: WriterContext): EventWriter {
  const { includeUsage, continuousUsage } = context;
  const head = `data: {"id":"${context.id}","object":"text_completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[`;
  const textHead = `${head}{"index":0,"text":"`;
  return {
    format: streamFormats.completions,
    opening: () => '',
    tokens: (event, progress) => {
      const usage = continuousUsage ? `{${usageOf(context, progress)}}` : 'null';
      const finish = event.finish === null ? 'null' : `"${event.finish}"`;
      const matched = event.finish === 'stop' ? '151645' : 'null';
      return `${textHead}${event.wire}","logprobs":null,"finish_reason":${finish},"matched_stop":${matched}}],"usage":${usage}}\n\n`;
    },
    ending: (_finish, progress) => {
      if (!includeUsage) return [];
      // Without details, unlike the usage of the token events before it.
      const cached = context.reportsCachedTokens ? `,"prompt_tokens_details":${cachedDetails(progress)}` : '';
      return [
        `${head}],"usage":{${counts(progress)}${cached},"reasoning_tokens":${progress.reasoningTokens}}}\n\n`,
      ];
    },
    whole: (text, finish, progress) =>
      `{"id":"${context.id}","object":"text_completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[{"index":0,"text":"${text.content}","logprobs":null,"finish_reason":"${finish}","matched_stop":${finish === 'stop' ? '151645' : 'null'}}],"usage":{${usageOf(context, progress)}},"metadata":${metadata(progress)}}`,
    error: sglangErrorEvent,
  };
}

/** An error inside a stream, as all of SGLang's routes send it. */
export function sglangErrorEvent(message: string): string {
  return `data: {"error":{"message":${JSON.stringify(message)},"type":"internal_server_error","code":500,"retryable":false}}\n\n`;
}

function counts(progress: AnswerProgress): string {
  const { promptTokens, completionTokens } = progress;
  return `"prompt_tokens":${promptTokens},"total_tokens":${promptTokens + completionTokens},"completion_tokens":${completionTokens}`;
}

function cachedDetails(progress: AnswerProgress): string {
  return `{"cached_tokens":${progress.cachedTokens}}`;
}

function usageOf(context: WriterContext, progress: AnswerProgress): string {
  const cached = context.reportsCachedTokens ? cachedDetails(progress) : 'null';
  const details = context.reportsReasoning ? `{"reasoning_tokens":${progress.reasoningTokens}}` : 'null';
  return `${counts(progress)},"prompt_tokens_details":${cached},"reasoning_tokens":${progress.reasoningTokens},"completion_tokens_details":${details}`;
}

function metadata(progress: AnswerProgress): string {
  return `{"weight_version":"default","weight_versions":[{"version":"default","start":0,"end":${progress.completionTokens}}]}`;
}
