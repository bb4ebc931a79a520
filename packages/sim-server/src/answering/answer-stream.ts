import type { MonotonicClock } from '../clock/monotonic-clock.ts';
import type { AnswerProgress, EventWriter, FinishReason } from '../dialects/event-writer.ts';
import type { GenerationRequest } from '../dialects/generation-request.ts';
import type { EngineSequence } from '../engine/token-engine.ts';
import type { Answer } from '../text/answer-text.ts';
import type { TruthRecorder, TruthRequest } from '../truth/truth-recorder.ts';
import type { AnswerSink } from './answer-sink.ts';
import type { ServingMetrics } from './serving-metrics.ts';

/** What the answers of one server share. */
export interface AnswerContext {
  readonly clock: MonotonicClock;
  readonly truth: TruthRecorder;
  readonly metrics: ServingMetrics;
  readonly roleEventAtOnce: boolean;
}

/** What makes one answer. */
export interface AnswerParts {
  readonly request: GenerationRequest;
  readonly answer: Answer;
  readonly writer: EventWriter;
  readonly truthRequest: TruthRequest;
  readonly reasoningTokens: number;
  /** Some tokens carry no text, as when a character is incomplete; their text comes with the next token. */
  readonly holdsBackText: boolean;
  /** The usage counts are wrong on purpose. */
  readonly reportsWrongUsage: boolean;
}

/** Stands for the ids of a dialect that sends none: nothing is allocated for them. */
const noIds: number[] = [];

/** Takes the whole body of an answer that is not streamed. */
export type WholeSink = (body: string) => void;

/** Turns an engine's tokens into a dialect's events, or into one whole answer. */
export class AnswerStream implements EngineSequence {
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly blockHashes: readonly number[];
  private readonly context: AnswerContext;
  private readonly parts: AnswerParts;
  private readonly finish: FinishReason;
  private readonly progress: AnswerProgress;
  private readonly sendsIds: boolean;
  private sink: AnswerSink | null = null;
  private wholeSink: WholeSink | null = null;
  private position = 0;
  private heldBack = '';
  private reasoning = '';
  private content = '';
  private readonly ids: number[] = [];
  private lastTokenMicros = 0;

  constructor(context: AnswerContext, parts: AnswerParts) {
    const { request, answer } = parts;
    this.context = context;
    this.parts = parts;
    this.sendsIds = parts.writer.format.sendsIds;
    this.promptTokens = request.promptTokens;
    this.blockHashes = request.blockHashes;
    // The token that ends the text counts as one, as engines count it.
    const natural = Math.max(request.minTokens, answer.naturalTokens) + 1;
    const stopsByItself = !request.ignoreEndOfText && natural <= request.maxTokens;
    this.outputTokens = stopsByItself ? natural : request.maxTokens;
    this.finish = stopsByItself ? 'stop' : 'length';
    this.progress = {
      promptTokens: request.promptTokens,
      cachedTokens: 0,
      completionTokens: 0,
      reasoningTokens: 0,
    };
  }

  /** Streams to a sink; the response's head goes out now. */
  streamTo(sink: AnswerSink): void {
    this.sink = sink;
    sink.open(this.context.roleEventAtOnce ? this.parts.writer.opening(this.progress) : '');
  }

  /** Collects the answer and hands over its body at the end. */
  collectFor(sink: WholeSink): void {
    this.wholeSink = sink;
  }

  onAdmitted(plannedMicros: number, cachedTokens: number): void {
    const { truthRequest } = this.parts;
    truthRequest.admitted = plannedMicros;
    truthRequest.cachedTokens = cachedTokens;
    this.progress.cachedTokens = cachedTokens;
    const { metrics } = this.context;
    metrics.queueTime.record(plannedMicros - truthRequest.arrival);
    metrics.promptTokens += this.promptTokens;
    metrics.cachedTokens += cachedTokens;
  }

  onTokens(count: number, finished: boolean, plannedMicros: number): void {
    if (this.sink !== null) this.streamTokens(this.sink, count, finished, plannedMicros);
    else this.collectTokens(count, finished, plannedMicros);
  }

  /** An event's tokens leave in this moment. */
  tokensWritten(tokens: number, plannedMicros: number): void {
    const now = this.context.clock.now();
    this.context.truth.tokensWritten(this.parts.truthRequest, tokens, now, plannedMicros);
    this.measure(tokens, now);
  }

  /** The client went away, or a fault cut the answer. */
  abandon(outcome: 'aborted' | 'faulted'): void {
    const { truthRequest } = this.parts;
    if (truthRequest.outcome !== 'open') return;
    truthRequest.outcome = outcome;
    truthRequest.finished = this.context.clock.now();
    this.context.metrics.finished.abort += 1;
  }

  private streamTokens(sink: AnswerSink, count: number, finished: boolean, plannedMicros: number): void {
    const { writer } = this.parts;
    if (this.position === 0 && !this.context.roleEventAtOnce) {
      const opening = writer.opening(this.progress);
      if (opening !== '') sink.event(opening, 0, plannedMicros);
    }
    const { oneTokenAnEvent, endsInTokenEvent, done } = writer.format;
    const step = oneTokenAnEvent ? 1 : count;
    for (let sent = 0; sent < count; sent += step)
      this.streamEvent(sink, step, finished && sent + step >= count, plannedMicros);
    if (count === 0 && endsInTokenEvent) this.streamEvent(sink, 0, finished, plannedMicros);
    if (!finished) return;
    const ending = writer.ending(this.finish, this.progress);
    sink.close(done === '' ? ending : [...ending, done], () => this.complete());
  }

  private streamEvent(sink: AnswerSink, count: number, finished: boolean, plannedMicros: number): void {
    const isReasoning = this.position < this.parts.reasoningTokens;
    const ids = this.sendsIds ? [] : noIds;
    const wire = this.advance(count, finished, ids);
    const finish = finished ? this.finish : null;
    const event = this.parts.writer.tokens({ wire, isReasoning, finish, ids }, this.progress);
    if (event === '') this.parts.truthRequest.tokens += count;
    else sink.event(event, count, plannedMicros);
  }

  private collectTokens(count: number, finished: boolean, plannedMicros: number): void {
    this.parts.truthRequest.plannedFirstToken ??= plannedMicros;
    const isReasoning = this.position < this.parts.reasoningTokens;
    const wire = this.advance(count, finished, this.ids);
    if (isReasoning) this.reasoning += wire;
    else this.content += wire;
    if (count > 0) this.measure(count, this.context.clock.now());
    if (!finished) return;
    const { reasoning, content, ids } = this;
    const body = this.parts.writer.whole({ reasoning, content, ids }, this.finish, this.progress);
    const { truth, clock } = this.context;
    if (this.position > 0) {
      truth.tokensWritten(this.parts.truthRequest, this.position, clock.now(), plannedMicros);
    }
    this.complete();
    this.wholeSink?.(body);
  }

  /** Goes on by some tokens and answers their text; ids are added to `ids`. */
  private advance(count: number, finished: boolean, ids: number[]): string {
    const { answer, reasoningTokens, holdsBackText, reportsWrongUsage } = this.parts;
    let text = '';
    for (let index = 0; index < count; index += 1) {
      const isEndOfText = finished && index === count - 1 && this.finish === 'stop';
      const token = answer.token(this.position);
      this.position += 1;
      if (ids !== noIds) ids.push(isEndOfText ? 151645 : token.id);
      if (!isEndOfText) text += token.wire;
    }
    const progress = this.progress;
    progress.completionTokens = reportsWrongUsage ? this.position * 2 + 3 : this.position;
    progress.reasoningTokens = Math.min(reasoningTokens, this.position);
    if (!holdsBackText) return text;
    const whole = this.heldBack + text;
    const holds = !finished && this.position % 3 === 2;
    this.heldBack = holds ? whole : '';
    return holds ? '' : whole;
  }

  private measure(tokens: number, now: number): void {
    const { metrics } = this.context;
    metrics.generationTokens += tokens;
    if (this.lastTokenMicros === 0) metrics.timeToFirstToken.record(now - this.parts.truthRequest.arrival);
    else metrics.interTokenLatency.record(now - this.lastTokenMicros);
    this.lastTokenMicros = now;
  }

  private complete(): void {
    const { truthRequest } = this.parts;
    const now = this.context.clock.now();
    truthRequest.outcome = 'completed';
    truthRequest.finished = now;
    this.context.metrics.finished[this.finish] += 1;
    this.context.metrics.endToEnd.record(now - truthRequest.arrival);
  }
}
