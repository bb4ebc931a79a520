import type {
  AnswerProgress,
  AnswerTimes,
  EventWriter,
  FinishReason,
  WriterContext,
} from './event-writer.ts';
import { sglangErrorEvent } from './sglang-writer.ts';
import { streamFormats } from './stream-format.ts';

/**
 * SGLang's `/generate`: text, token ids and counts in `meta_info`. Each event carries all text so far, or only the new
 * text with `incremental`; the counts are cumulative in both.
 */
export function generateWriter(
  context: WriterContext,
  incremental: boolean,
  times: () => AnswerTimes,
): EventWriter {
  let text = '';
  let ids = '';
  let events = 0;
  return {
    format: streamFormats.generate,
    opening: () => '',
    tokens: (event, progress) => {
      const newIds = event.ids.join(',');
      text = incremental ? event.wire : text + event.wire;
      ids = incremental || ids === '' ? newIds : `${ids},${newIds}`;
      events += 1;
      const body = bodyOf(
        { text, ids, finish: event.finish, eventNumber: events },
        context,
        progress,
        times(),
      );
      return `data: ${body}\n\n`;
    },
    ending: () => [],
    whole: (answer, finish, progress) =>
      bodyOf(
        { text: answer.reasoning + answer.content, ids: answer.ids.join(','), finish, eventNumber: 0 },
        context,
        progress,
        times(),
      ),
    error: sglangErrorEvent,
  };
}

interface BodyParts {
  readonly text: string;
  readonly ids: string;
  readonly finish: FinishReason | null;
  /** 1 for the first event of a stream; 0 when the answer is not streamed. */
  readonly eventNumber: number;
}

function bodyOf(
  parts: BodyParts,
  context: WriterContext,
  progress: AnswerProgress,
  times: AnswerTimes,
): string {
  const { promptTokens, completionTokens, cachedTokens, reasoningTokens } = progress;
  const finish =
    parts.finish === null
      ? 'null'
      : parts.finish === 'length'
        ? `{"type":"length","length":${completionTokens}}`
        : '{"type":"stop","matched":151645}';
  const versions =
    parts.finish === null
      ? ''
      : `,"weight_versions":[{"version":"default","start":0,"end":${completionTokens}}]`;
  const cachedDetails = cachedTokens === 0 ? 'null' : `{"device":${cachedTokens},"host":0}`;
  const queued = Math.max(0, times.admitted - times.received);
  return `{"text":"${parts.text}","output_ids":[${parts.ids}],"meta_info":{"id":"${context.id}","finish_reason":${finish},"prompt_tokens":${promptTokens},"weight_version":"default","num_retractions":0,"storage_prefetch_wait":0.0,"storage_staging_wait":0.0,"forward_entry_time":${times.admitted.toFixed(6)},"prefill_finished_time":${times.firstToken.toFixed(6)},"queue_time":${queued.toFixed(9)},"reasoning_tokens":${reasoningTokens},"completion_tokens":${completionTokens},"cached_tokens":${cachedTokens}${versions},"cached_tokens_details":${cachedDetails},"dp_rank":null${sentTime(parts, times)}${lastTimes(parts, times, completionTokens)}}}`;
}

/** When the first event left; a first event that is not the last says so, and the last one does. */
function sentTime(parts: BodyParts, times: AnswerTimes): string {
  return parts.eventNumber === 1 && parts.finish === null ? sentAt(times) : '';
}

function sentAt(times: AnswerTimes): string {
  return `,"response_sent_to_client_ts":${times.firstToken.toFixed(6)}`;
}

/** The last event's latencies, in seconds. */
function lastTimes(parts: BodyParts, times: AnswerTimes, completionTokens: number): string {
  if (parts.finish === null) return '';
  const decodeSeconds = times.now - times.firstToken;
  const throughput =
    completionTokens > 1 && decodeSeconds > 0
      ? `,"decode_throughput":${((completionTokens - 1) / decodeSeconds).toFixed(6)}`
      : '';
  const finished = `,"request_finished_ts":${times.now.toFixed(6)}`;
  // The server adds the time of sending when it sends: before the end's times only if an event went out earlier.
  const end =
    parts.eventNumber > 1 ? sentAt(times) + finished + throughput : finished + throughput + sentAt(times);
  return `,"e2e_latency":${(times.now - times.received).toFixed(9)},"request_received_ts":${times.received.toFixed(6)},"first_token_latency":${(times.firstToken - times.received).toFixed(9)},"api_server_dispatch_finish_ts":${times.received.toFixed(6)}${end}`;
}
