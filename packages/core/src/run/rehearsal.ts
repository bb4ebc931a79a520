import { createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import { noClasses } from '../measurement/class-latencies.ts';
import { createInFlightCounter } from '../measurement/concurrency-sweep.ts';
import { createLiveMemory, LiveWriter } from '../measurement/live-memory.ts';
import { StageRecorder } from '../measurement/stage-recorder.ts';
import { openAiChat } from '../transport/dialects/openai-chat.ts';
import { HttpTransport } from '../transport/http-transport.ts';
import { RequestEncoder } from '../transport/request-encoder.ts';
import { loopbackAddress } from '../transport/target-address.ts';
import { micros } from '../units/units.ts';

const connections = 32;
const roundsPerConnection = 12;
const eventsPerAnswer = 10;
const shareRounds = 20;
/** However slow the host is, the run does not wait longer for this. */
const patienceMillis = 500;

/**
 * Code that runs for the first time is compiled while it runs, and is ten times slower: hundreds of first tokens of a first
 * wave would be stamped late. So the worker first talks to a server of its own, on a loopback port that is closed again,
 * until sockets, reader, marks and histograms are compiled. Nothing of it is kept. Where no port can be opened, the
 * rehearsal is left out.
 */
export async function rehearse(clock: Clock): Promise<void> {
  const stage = new RehearsalStage();
  const port = await stage.open();
  if (port === null) return;
  const address = loopbackAddress(port);
  const encoder = new RequestEncoder(address, openAiChat.path, {});
  const recorder: StageRecorder = new StageRecorder({
    clock,
    flights: () => transport.flights(),
    records: { take: () => {} },
    keepAnswers: 0,
    inFlight: createInFlightCounter(),
    objectives: [],
    classes: noClasses,
  });
  const transport: HttpTransport = new HttpTransport({
    address,
    dialect: openAiChat,
    clock,
    observer: recorder,
    timeout: micros(patienceMillis * 1000),
    keepText: 'none',
    requestBytes: (index) => encoder.encode(`{"index":${index},"text":"${'word '.repeat(200)}"}`),
    releaseBytes: (bytes) => encoder.release(bytes),
  });
  const live = new LiveWriter(createLiveMemory());
  await transport.open(connections);
  recorder.windowOpened(clock.now());
  const timeout = new Promise((resolve) => setTimeout(resolve, patienceMillis).unref());
  await Promise.race([playAll(transport, recorder), timeout]);
  recorder.windowClosed(clock.now());
  for (let round = 0; round < shareRounds; round++) recorder.share(live);
  recorder.finish();
  transport.close();
  stage.close();
}

/** Every connection carries its requests one after the other. */
async function playAll(transport: HttpTransport, recorder: StageRecorder): Promise<void> {
  let index = 0;
  const play = async (user: number): Promise<void> => {
    for (let round = 0; round < roundsPerConnection; round++) {
      recorder.dispatched(false);
      await new Promise<void>((resolve) =>
        transport.start({ index: index++, user, scheduled: null, warmup: false, firstWave: false }, () =>
          resolve(),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, user) => play(user)));
}

/** A server that streams one canned answer to whatever it is sent, an event per turn of the event loop. */
class RehearsalStage {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer({ noDelay: true }, (socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', () => this.#stream(socket, 0));
  });

  /** The port, or `null` when none can be opened. */
  open(): Promise<number | null> {
    return new Promise((resolve) => {
      this.#server.once('error', () => resolve(null));
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : null);
      });
    });
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #stream(socket: Socket, piece: number): void {
    if (socket.destroyed) return;
    socket.write(answerPieces[piece] ?? '', 'latin1');
    if (piece + 1 < answerPieces.length) setImmediate(() => this.#stream(socket, piece + 1));
  }
}

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const event = (choices: string, usage: string): string =>
  chunk(
    `data: {"id":"chatcmpl-0","object":"chat.completion.chunk","created":0,"model":"m","choices":[${choices}]${usage}}\n\n`,
  );
const usageOf = (tokens: number): string =>
  `,"usage":{"prompt_tokens":200,"total_tokens":${200 + tokens},"completion_tokens":${tokens}}`;

const answerPieces: readonly string[] = [
  `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n${event('{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}', '')}`,
  ...Array.from({ length: eventsPerAnswer }, (_, index) =>
    event('{"index":0,"delta":{"content":" word"},"logprobs":null,"finish_reason":null}', usageOf(index + 1)),
  ),
  `${event('{"index":0,"delta":{},"finish_reason":"length"}', '')}${event('', usageOf(eventsPerAnswer))}${chunk('data: [DONE]\n\n')}0\r\n\r\n`,
];
