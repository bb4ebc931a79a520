import type { EncodedEvent } from './event-ring.ts';
import type { ListenerSeat } from './listeners.ts';

const utf8 = new TextEncoder();
const keepAlive = utf8.encode(': still here\n\n');

/** How one stream to a listener is kept. */
export type StreamSettings = {
  readonly seat: ListenerSeat;
  /** A quiet stream says so often that it is alive. */
  readonly heartbeatMillis: number;
};

/** Server-sent events: number, kind and JSON of each. An `events-skipped` carries the number of the last one left out. */
export function eventStream(
  events: AsyncGenerator<EncodedEvent>,
  settings: StreamSettings,
): ReadableStream<Uint8Array> {
  return pulledStream(
    events,
    settings,
    ({ id, kind, json }) => `id: ${id}\nevent: ${kind}\ndata: ${json}\n\n`,
  );
}

/** Lines of text, each ended by a newline. */
export function lineStream(
  lines: AsyncGenerator<string>,
  settings: Pick<StreamSettings, 'seat'>,
): ReadableStream<Uint8Array> {
  return pulledStream(lines, { ...settings, heartbeatMillis: null }, (line) => `${line}\n`);
}

/**
 * Reads on only when the listener has taken what it was sent: what it does not read stays where it is, and nothing piles
 * up here. The source ends when the listener goes, and the stream when the source does.
 */
function pulledStream<Item>(
  source: AsyncGenerator<Item>,
  { seat, heartbeatMillis }: { readonly seat: ListenerSeat; readonly heartbeatMillis: number | null },
  textOf: (item: Item) => string,
): ReadableStream<Uint8Array> {
  let coming: Promise<IteratorResult<Item>> | null = null;
  const end = (): void => {
    seat.leave();
    // A generator that waits ends by the seat's signal; its end is not waited for.
    void source.return(undefined).catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const dropped = (): void => {
          end();
          closeQuietly(controller);
        };
        seat.signal.addEventListener('abort', dropped, { once: true });
        if (heartbeatMillis !== null) controller.enqueue(keepAlive);
      },
      async pull(controller) {
        seat.touch();
        coming ??= source.next();
        const outcome = await orQuiet(coming, heartbeatMillis);
        if (seat.signal.aborted) return;
        if (outcome === 'quiet') {
          controller.enqueue(keepAlive);
          return;
        }
        coming = null;
        if (outcome.done === true) {
          end();
          closeQuietly(controller);
        } else controller.enqueue(utf8.encode(textOf(outcome.value)));
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }),
  );
}

async function orQuiet<Value>(coming: Promise<Value>, millis: number | null): Promise<Value | 'quiet'> {
  if (millis === null) return coming;
  const { promise, resolve } = Promise.withResolvers<'quiet'>();
  const timer = setTimeout(() => resolve('quiet'), millis);
  try {
    return await Promise.race([coming, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A listener that went has closed its end already. */
function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // Closed before.
  }
}
