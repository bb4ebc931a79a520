import type {
  AnswerProgress,
  EventWriter,
  FinishReason,
  WholeAnswer,
  WriterContext,
} from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

/** `/v1/responses`: typed events with running numbers; usage with the last one alone, and no `[DONE]`. */
export function responsesWriter(context: WriterContext): EventWriter {
  let number = 0;
  let reasoning = '';
  let content = '';
  const event = (type: string, fields: string): string =>
    `event: ${type}\ndata: {"type":"${type}","sequence_number":${number++},${fields}}\n\n`;
  const itemBegins = (index: number, item: string): string =>
    event('response.output_item.added', `"output_index":${index},"item":${item}`);
  const beginReasoning = (): string =>
    itemBegins(0, `{"id":"rs_${context.id}","type":"reasoning","status":"in_progress","summary":[]}`);
  const messageIndex = (): number => (reasoning === '' ? 0 : 1);
  const beginMessage = (): string =>
    itemBegins(messageIndex(), messageItem(context.id, 'in_progress', '')) +
    event(
      'response.content_part.added',
      `"item_id":"msg_${context.id}","output_index":${messageIndex()},"content_index":0,"part":${textPart('')}`,
    );
  return {
    format: streamFormats.responses,
    opening: () => {
      const response = `"response":${responseOf(context, 'in_progress', '[]', 'null', 'null')}`;
      return event('response.created', response) + event('response.in_progress', response);
    },
    tokens: ({ wire, isReasoning }) => {
      if (wire === '') return '';
      const begin = isReasoning
        ? reasoning === ''
          ? beginReasoning()
          : ''
        : content === ''
          ? beginMessage()
          : '';
      if (isReasoning) reasoning += wire;
      else content += wire;
      return (
        begin +
        (isReasoning
          ? event(
              'response.reasoning_text.delta',
              `"item_id":"rs_${context.id}","output_index":0,"content_index":0,"delta":"${wire}"`,
            )
          : event(
              'response.output_text.delta',
              `"item_id":"msg_${context.id}","output_index":${messageIndex()},"content_index":0,"delta":"${wire}","logprobs":[]`,
            ))
      );
    },
    ending: (finish, progress) => {
      const place = `"item_id":"msg_${context.id}","output_index":${messageIndex()},"content_index":0`;
      const done =
        content === ''
          ? []
          : [
              event('response.output_text.done', `${place},"text":"${content}","logprobs":[]`),
              event('response.content_part.done', `${place},"part":${textPart(content)}`),
              event(
                'response.output_item.done',
                `"output_index":${messageIndex()},"item":${messageItem(context.id, 'completed', content)}`,
              ),
            ];
      const type = finish === 'length' ? 'response.incomplete' : 'response.completed';
      const whole = finished(context, { reasoning, content, ids: [] }, finish, progress);
      return [...done, event(type, `"response":${whole}`)];
    },
    whole: (text, finish, progress) => finished(context, text, finish, progress),
    error: (message) =>
      event('error', `"code":"server_error","message":${JSON.stringify(message)},"param":null`),
  };
}

const textPart = (text: string): string =>
  `{"type":"output_text","annotations":[],"logprobs":[],"text":"${text}"}`;
const messageItem = (id: string, status: string, text: string): string =>
  `{"id":"msg_${id}","type":"message","status":"${status}","role":"assistant","content":[${text === '' ? '' : textPart(text)}]}`;

function responseOf(
  { id, createdSeconds, modelJson }: WriterContext,
  ...[status, output, usage, details]: readonly [
    status: string,
    output: string,
    usage: string,
    details: string,
  ]
): string {
  return `{"id":"resp_${id}","object":"response","created_at":${createdSeconds},"status":"${status}","error":null,"incomplete_details":${details},"model":${modelJson},"output":${output},"usage":${usage}}`;
}

function finished(
  context: WriterContext,
  { content }: WholeAnswer,
  finish: FinishReason,
  progress: AnswerProgress,
): string {
  const output = content === '' ? '[]' : `[${messageItem(context.id, 'completed', content)}]`;
  const cutShort = finish === 'length';
  return responseOf(
    context,
    cutShort ? 'incomplete' : 'completed',
    output,
    context.includeUsage ? usageOf(progress) : 'null',
    cutShort ? '{"reason":"max_output_tokens"}' : 'null',
  );
}

const usageOf = ({ promptTokens, completionTokens, cachedTokens, reasoningTokens }: AnswerProgress): string =>
  `{"input_tokens":${promptTokens},"input_tokens_details":{"cached_tokens":${cachedTokens}},"output_tokens":${completionTokens},"output_tokens_details":{"reasoning_tokens":${reasoningTokens}},"total_tokens":${promptTokens + completionTokens}}`;
