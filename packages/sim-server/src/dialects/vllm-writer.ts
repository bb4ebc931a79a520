import type { AnswerProgress, EventWriter, WriterContext } from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

const fingerprint = '"system_fingerprint":"vllm-0.32.0-51a7e0d1"';

/** vLLM's `/v1/chat/completions`: a role event, `delta.content` or `delta.reasoning`, the finish reason on the last token's event. */
export function vllmChatWriter(context: WriterContext): EventWriter {
  const { includeUsage, continuousUsage } = context;
  const head = `data: {"id":"chatcmpl-${context.id}","object":"chat.completion.chunk","created":${context.createdSeconds},"model":${context.modelJson},"choices":[`;
  const contentHead = `${head}{"index":0,"delta":{"content":"`;
  const reasoningHead = `${head}{"index":0,"delta":{"reasoning":"`;
  const usual = '"},"logprobs":null,"finish_reason":null,"token_ids":null}]';
  const end = continuousUsage || includeUsage ? '}\n\n' : `,${fingerprint}}\n\n`;
  return {
    format: streamFormats.chat,
    opening: (progress) =>
      `${head}{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]${continuousUsage ? eventUsage(progress) : ''},"prompt_token_ids":null,"prompt_text":null}\n\n`,
    tokens: (event, progress) => {
      const start = event.isReasoning ? reasoningHead : contentHead;
      const usage = continuousUsage ? eventUsage(progress) : '';
      if (event.finish === null) return `${start}${event.wire}${usual}${usage}}\n\n`;
      return `${start}${event.wire}"},"logprobs":null,"finish_reason":"${event.finish}","stop_reason":null,"token_ids":null}]${usage}${end}`;
    },
    ending: (_finish, progress) =>
      includeUsage
        ? [`${head}],"usage":{${counts(progress)}${finalDetails(context, progress)}},${fingerprint}}\n\n`]
        : [],
    whole: (text, finish, progress) =>
      `{"id":"chatcmpl-${context.id}","object":"chat.completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[{"index":0,"message":{"role":"assistant","content":${quotedOrNull(text.content, text.reasoning !== '')},"refusal":null,"annotations":null,"audio":null,"function_call":null,"reasoning":${quotedOrNull(text.reasoning, true)}},"logprobs":null,"finish_reason":"${finish}","stop_reason":null,"token_ids":null,"routed_experts":null}],"service_tier":null,${fingerprint},"usage":{${wholeUsage(context, progress)}},"prompt_logprobs":null,"prompt_token_ids":null,"prompt_text":null,"kv_transfer_params":null,"ec_transfer_params":null,"metrics":null}`,
    error: vllmErrorEvent,
  };
}

/** vLLM's `/v1/completions`: `choices[].text`, the finish reason on the last token's event. */
export function vllmCompletionsWriter(context: WriterContext): EventWriter {
  const { includeUsage, continuousUsage } = context;
  const head = `data: {"id":"cmpl-${context.id}","object":"text_completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[`;
  const textHead = `${head}{"index":0,"text":"`;
  const ids = '"stop_reason":null,"prompt_token_ids":null,"token_ids":null}]';
  const end = continuousUsage || includeUsage ? '}\n\n' : `,${fingerprint}}\n\n`;
  return {
    format: streamFormats.completions,
    opening: () => '',
    tokens: (event, progress) => {
      const usage = continuousUsage ? `,"usage":{${counts(progress)}}` : '';
      if (event.finish === null) {
        return `${textHead}${event.wire}","logprobs":null,"finish_reason":null,${ids}${usage}}\n\n`;
      }
      return `${textHead}${event.wire}","logprobs":null,"finish_reason":"${event.finish}",${ids}${usage}${end}`;
    },
    ending: (_finish, progress) =>
      includeUsage
        ? [`${head}],"usage":{${counts(progress)}${finalDetails(context, progress)}},${fingerprint}}\n\n`]
        : [],
    whole: (text, finish, progress) =>
      `{"id":"cmpl-${context.id}","object":"text_completion","created":${context.createdSeconds},"model":${context.modelJson},"choices":[{"index":0,"text":"${text.content}","logprobs":null,"finish_reason":"${finish}","stop_reason":null,"token_ids":null,"prompt_logprobs":null,"prompt_token_ids":null,"routed_experts":null}],"service_tier":null,${fingerprint},"usage":{${wholeUsage(context, progress)}},"kv_transfer_params":null,"ec_transfer_params":null,"metrics":null}`,
    error: vllmErrorEvent,
  };
}

function vllmErrorEvent(message: string): string {
  return `data: {"error":{"message":${JSON.stringify(message)},"type":"InternalServerError","param":null,"code":500}}\n\n`;
}

function counts(progress: AnswerProgress): string {
  const { promptTokens, completionTokens } = progress;
  return `"prompt_tokens":${promptTokens},"total_tokens":${promptTokens + completionTokens},"completion_tokens":${completionTokens}`;
}

function eventUsage(progress: AnswerProgress): string {
  return `,"usage":{${counts(progress)},"completion_tokens_details":null}`;
}

function finalDetails(context: WriterContext, progress: AnswerProgress): string {
  const cached = context.reportsCachedTokens ? `,"prompt_tokens_details":${cachedDetails(progress)}` : '';
  const reasoning = context.reportsReasoning
    ? `,"completion_tokens_details":{"reasoning_tokens":${progress.reasoningTokens}}`
    : '';
  return `${cached}${reasoning}`;
}

function wholeUsage(context: WriterContext, progress: AnswerProgress): string {
  const cached = context.reportsCachedTokens ? cachedDetails(progress) : 'null';
  const reasoning = context.reportsReasoning ? `{"reasoning_tokens":${progress.reasoningTokens}}` : 'null';
  return `${counts(progress)},"prompt_tokens_details":${cached},"completion_tokens_details":${reasoning}`;
}

function cachedDetails(progress: AnswerProgress): string {
  return `{"cached_tokens":${progress.cachedTokens},"created_cache_tokens":0}`;
}

function quotedOrNull(text: string, nullWhenEmpty: boolean): string {
  return text === '' && nullWhenEmpty ? 'null' : `"${text}"`;
}
