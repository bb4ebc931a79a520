import { noClasses } from '../packages/core/src/measurement/class-latencies.ts';
import { createInFlightCounter } from '../packages/core/src/measurement/concurrency-sweep.ts';
import { StageRecorder } from '../packages/core/src/measurement/stage-recorder.ts';
import { createEventReading } from '../packages/core/src/transport/dialects/dialect.ts';
import { openAiChat } from '../packages/core/src/transport/dialects/openai-chat.ts';
import { applyReading } from '../packages/core/src/transport/exchange.ts';
import { Flight } from '../packages/core/src/transport/flight.ts';
import { HttpResponseParser } from '../packages/core/src/transport/http-response-parser.ts';
import { SseScanner } from '../packages/core/src/transport/sse-scanner.ts';

/** The path from bytes to histogram without sockets: nanoseconds per event, one event per read, by kind of stream. */
const events = 400_000;

function eventText(index: number, withUsage: boolean): string {
  const usage = withUsage
    ? `,"usage":{"prompt_tokens":212,"total_tokens":${212 + index},"completion_tokens":${index},"completion_tokens_details":null}`
    : '';
  return `data: {"id":"chatcmpl-b314ff74c6488fdf","object":"chat.completion.chunk","created":1795488500,"model":"Qwen/Qwen3-8B","choices":[{"index":0,"delta":{"content":" word"},"logprobs":null,"finish_reason":null,"token_ids":null}]${usage}}\n\n`;
}

function chunk(text: string): Buffer {
  return Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
}

function measure(withUsage: boolean): number {
  const reads = Array.from({ length: 128 }, (_, index) => {
    const bytes = chunk(eventText(index + 1, withUsage));
    const whole = Buffer.alloc(64 * 1024);
    bytes.copy(whole);
    whole[bytes.length] = 10;
    whole[bytes.length + 1] = 13;
    return { whole, length: bytes.length };
  });
  const recorder = new StageRecorder({
    clock: { now: () => 0 as never },
    flights: () => [],
    records: { take: () => {} },
    keepAnswers: 0,
    inFlight: createInFlightCounter(),
    objectives: [],
    classes: noClasses,
  });
  recorder.windowOpened(0);
  const reader = openAiChat.createReader('none');
  const reading = createEventReading();
  let flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
  let now = 0;
  const scanner = new SseScanner({
    onEvent(buffer, start, end, stamp) {
      reader.read(buffer, start, end, flight, reading);
      applyReading(flight, reading, stamp, recorder);
    },
  });
  const parser = new HttpResponseParser({
    onHead: () => {},
    onBody: (buffer, start, end) => scanner.push(buffer, start, end, now),
    onMessageEnd: () => {},
  });
  parser.expectResponse();
  parser.push(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\n\r'), 0, 47);
  const startedAt = process.cpuUsage();
  for (let event = 0; event < events; event++) {
    const position = event & 127;
    if (position === 0)
      flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
    const read = reads[position] as (typeof reads)[number];
    now += 5000;
    parser.push(read.whole, 0, read.length);
  }
  const used = process.cpuUsage(startedAt);
  return ((used.user + used.system) * 1000) / events;
}

/** Prints the cost of both kinds of stream; the first rounds only warm up. */
export function measurePipeline(): void {
  measure(false);
  measure(true);
  console.log('\n| from bytes to histogram, without sockets | ns per event |\n|---|---|');
  console.log(`| text only | ${measure(false).toFixed(0)} |`);
  console.log(`| continuous usage | ${measure(true).toFixed(0)} |`);
}
