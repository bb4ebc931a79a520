import { exitCodes, KneepointError } from '@kneepoint/core';
import type { Context } from 'hono';
import type { ListenerSeat, SeatEnd } from '../events/listeners.ts';
import type { AgentParts } from './agent-parts.ts';

/** A seat for a stream, or an error where all are taken. */
export function takeSeat({ listeners }: Pick<AgentParts, 'listeners'>): ListenerSeat {
  const seat = listeners.enter();
  if (seat !== null) return seat;
  throw new KneepointError('as many streams are open as this agent allows', {
    code: 'too-many-listeners',
    exitCode: exitCodes.usage,
    hint: 'close some, or raise limits.listeners in its policy file',
  });
}

/** Answers with a stream. One whose reader takes nothing loses its connection: the stream's own end would wait behind it. */
export function streamAnswer(
  context: Context,
  seat: ListenerSeat,
  { stream, type }: { readonly stream: ReadableStream<Uint8Array>; readonly type: string },
): Response {
  seat.signal.addEventListener('abort', () => {
    const why: SeatEnd = seat.signal.reason;
    if (why === 'stalled') destroyConnection(context);
  });
  return new Response(stream, {
    headers: { 'content-type': type, 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

/** Over HTTP the adapter hands Node's own response along; in the same process there is none. */
function destroyConnection(context: Context): void {
  const bindings: unknown = context.env;
  if (typeof bindings !== 'object' || bindings === null) return;
  const outgoing: unknown = Reflect.get(bindings, 'outgoing');
  if (typeof outgoing !== 'object' || outgoing === null) return;
  const destroy: unknown = Reflect.get(outgoing, 'destroy');
  if (typeof destroy === 'function') destroy.call(outgoing);
}
