import type { DialectName } from '../../plan/dialect-name.ts';

/** What an answer amounts to, read the simple way: the whole text at once, `JSON.parse` for each event. */
export type ReferenceAnswer = {
  status: 'completed' | 'failed';
  errorClass: string | null;
  finishReason: string | null;
  events: number;
  inputTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  sawDone: boolean;
  hasFirstText: boolean;
  hasFirstAnswer: boolean;
};

// biome-ignore lint/suspicious/noExplicitAny: a reference that trusts the recorded JSON is easier to check by eye.
type Json = any;

/** Reads a recorded answer. It shares no code with the readers that it checks. */
export function readReference(bytes: Buffer, dialect: DialectName): ReferenceAnswer {
  const text = bytes.toString('latin1');
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const head = text.slice(0, bodyAt).toLowerCase();
  const answer: ReferenceAnswer = {
    status: 'completed',
    errorClass: null,
    finishReason: null,
    events: 0,
    inputTokens: -1,
    outputTokens: -1,
    reasoningTokens: -1,
    sawDone: false,
    hasFirstText: false,
    hasFirstAnswer: false,
  };
  if (!head.startsWith('http/1.1 200')) return { ...answer, status: 'failed', errorClass: 'http-status' };
  if (head.includes('application/json')) return { ...answer, status: 'failed', errorClass: 'protocol' };
  const raw = text.slice(bodyAt);
  const body = Buffer.from(head.includes('chunked') ? unchunk(raw) : raw, 'latin1').toString('utf8');
  let counted = 0;
  for (const block of body.split('\n\n')) {
    const data = block.trim().replace(/^data: /, '');
    if (data === '' || answer.sawDone) continue;
    if (data === '[DONE]') answer.sawDone = true;
    else counted = takeEvent(answer, JSON.parse(data), dialect, counted);
  }
  if (answer.outputTokens < 0 && counted > 0) answer.outputTokens = counted;
  return answer;
}

function takeEvent(answer: ReferenceAnswer, event: Json, dialect: DialectName, counted: number): number {
  if (event.error !== undefined) {
    answer.status = 'failed';
    answer.errorClass = 'in-stream';
    return counted;
  }
  return dialect === 'sglang-generate'
    ? takeNative(answer, event, counted)
    : takeOpenAi(answer, event, counted);
}

function takeNative(answer: ReferenceAnswer, { text, meta_info: meta }: Json, counted: number): number {
  answer.inputTokens = meta.prompt_tokens;
  answer.reasoningTokens = meta.reasoning_tokens;
  answer.finishReason = meta.finish_reason?.type ?? null;
  answer.outputTokens = meta.completion_tokens;
  if (meta.completion_tokens <= counted) return counted;
  answer.events++;
  answer.hasFirstAnswer = true;
  answer.hasFirstText ||= text.replaceAll('\uFFFD', '') !== '';
  return meta.completion_tokens;
}

function takeOpenAi(answer: ReferenceAnswer, { choices, usage }: Json, counted: number): number {
  answer.inputTokens = usage?.prompt_tokens ?? answer.inputTokens;
  answer.reasoningTokens =
    usage?.completion_tokens_details?.reasoning_tokens ?? usage?.reasoning_tokens ?? answer.reasoningTokens;
  if (choices.length === 0) answer.outputTokens = usage?.completion_tokens ?? answer.outputTokens;
  for (const choice of choices) {
    answer.finishReason = choice.finish_reason ?? answer.finishReason;
    const text: string = choice.text ?? choice.delta?.content ?? '';
    const reasoning: string = choice.delta?.reasoning ?? choice.delta?.reasoning_content ?? '';
    const callsTool = (choice.delta?.tool_calls ?? []).length > 0;
    const ids: number = choice.token_ids?.length ?? 0;
    const total: number = usage?.completion_tokens ?? counted + ids;
    if (text === '' && reasoning === '' && !callsTool && total <= counted) continue;
    answer.events++;
    answer.hasFirstText ||= (text + reasoning).replaceAll('\uFFFD', '') !== '';
    answer.hasFirstAnswer ||= reasoning === '';
    counted = Math.max(counted, total);
  }
  return counted;
}

/** The body of a chunked message, latin1 to latin1. */
function unchunk(raw: string): string {
  let body = '';
  for (let at = 0; ; ) {
    const sizeEnd = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.slice(at, sizeEnd), 16);
    if (size === 0) return body;
    body += raw.slice(sizeEnd + 2, sizeEnd + 2 + size);
    at = sizeEnd + 2 + size + 2;
  }
}
