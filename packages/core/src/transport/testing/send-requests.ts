import { onTestFinished } from 'vitest';
import { createMonotonicClock, readClockZero } from '../../clock/clock.ts';
import type { AttemptEnd } from '../../load/request-transport.ts';
import { micros } from '../../units/units.ts';
import { openAiChat } from '../dialects/openai-chat.ts';
import type { Flight } from '../flight.ts';
import { HttpTransport, type HttpTransportOptions } from '../http-transport.ts';
import { RequestEncoder } from '../request-encoder.ts';
import { loopbackAddress, type TargetAddress } from '../target-address.ts';

/** A gap as the observer was told it: microseconds, tokens, microseconds since the last counted event. */
export type Gap = readonly [number, number, number];
/** A finished request: its flight, its gaps, and what the load engine was told. */
export type SentRequest = {
  readonly flight: Flight;
  readonly gaps: readonly Gap[];
  readonly end: AttemptEnd;
};
/** Sends requests one at a time and gives each back when it is over. */
export type Sender = { readonly transport: HttpTransport; send(): Promise<SentRequest> };

/** A transport to a port of 127.0.0.1, or to another address, closed when the test has ended. */
export function createSender(
  target: number | TargetAddress,
  options: Partial<HttpTransportOptions> = {},
): Sender {
  const address = typeof target === 'number' ? loopbackAddress(target) : target;
  const encoder = new RequestEncoder(address, openAiChat.path, {});
  const ended = new Map<number, Flight>();
  const gaps = new Map<number, Gap[]>();
  const transport = new HttpTransport({
    address,
    dialect: openAiChat,
    clock: createMonotonicClock(readClockZero()),
    observer: {
      gap: (flight, ...gap) => gaps.get(flight.attempt.index)?.push(gap),
      left: () => undefined,
      ended: (flight) => void ended.set(flight.attempt.index, flight),
    },
    timeout: micros(20_000_000),
    keepText: 'none',
    requestBytes: () => encoder.encode('{}'),
    releaseBytes: (bytes) => encoder.release(bytes),
    ...options,
  });
  onTestFinished(() => transport.close());
  let next = 0;
  const send = (): Promise<SentRequest> => {
    const index = next++;
    gaps.set(index, []);
    const attempt = { index, user: 0, scheduled: null, warmup: false, firstWave: false };
    return new Promise((resolve, reject) =>
      transport.start(attempt, (end) => {
        const flight = ended.get(index);
        if (flight === undefined) reject(new Error('the load engine heard of the end before the observer'));
        else resolve({ flight, gaps: gaps.get(index) ?? [], end });
      }),
    );
  };
  return { transport, send };
}
