import type { TruthRequest } from '../../packages/sim-server/src/index.ts';

type ClientRecord = Readonly<Record<string, unknown>>;

/** How far the client's marks of one request are from the server's, in microseconds; the clocks' zeros are taken out. */
export type MarkShift = { readonly sent: number; readonly firstToken: number; readonly lastToken: number };

/**
 * Compares each request's marks with what the server did. The clocks differ by a constant, which is the median of what
 * the sends differ by. The requests are matched by their order in time: two that came together may change places.
 */
export function markShifts(
  records: readonly ClientRecord[],
  truth: readonly TruthRequest[],
): readonly MarkShift[] {
  const client = records.toSorted((one, other) => mark(one, 'sent') - mark(other, 'sent'));
  const server = truth.toSorted((one, other) => one.arrival - other.arrival);
  const offset = median(server.map((request, index) => request.arrival - mark(client[index] ?? {}, 'sent')));
  return server.map((request, index) => {
    const record = client[index] ?? {};
    const shift = (name: string, instant: number | null): number =>
      mark(record, name) + offset - (instant ?? Number.NaN);
    return {
      sent: shift('sent', request.arrival),
      firstToken: shift('firstToken', request.firstToken),
      lastToken: shift('lastToken', request.lastToken),
    };
  });
}

/** The largest shift of any mark of any request, in microseconds; not a number where a mark is missing. */
export const largestShift = (shifts: readonly MarkShift[]): number =>
  Math.max(
    ...shifts.flatMap(({ sent, firstToken, lastToken }) => [sent, firstToken, lastToken].map(Math.abs)),
  );

/** A mark that is missing is no number, and neither is what is compared with it. */
function mark(record: ClientRecord, name: string): number {
  const value = record[name];
  return typeof value === 'number' ? value : Number.NaN;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
