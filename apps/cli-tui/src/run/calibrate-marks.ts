import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TruthSnapshot } from '@kneepoint/sim-server';

/**
 * The mean instants of a set of requests on the machine's monotonic clock, in microseconds; `null` where a request lacks
 * the mark. Client and server are two processes of one machine, so the two means of the same requests may be subtracted:
 *
 *     client  sent ----------------------------> first token read
 *     server        (arrival)   first token written
 *                                        |------| what the client adds
 *
 * How late the server reads a request is in both, and is not held against the client.
 */
export type MeanMarks = {
  readonly sent: number | null;
  readonly firstToken: number | null;
  readonly lastToken: number | null;
};

type ClientRecord = MeanMarks & { readonly firstWave: boolean };

/*
 * Each user's first request is left out on both sides: all come at one instant, to code that was not compiled yet. No
 * user asks again before it has its first answer, so they are the first to arrive.
 */

/** Of the request records that a run has written; `zeroMonotonicMicros` is the zero of the run. */
export function clientMarks(recordsPath: string, zeroMonotonicMicros: number): MeanMarks {
  const lines = gunzipSync(readFileSync(recordsPath)).toString('utf8').split('\n');
  const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ClientRecord);
  return meanMarks(
    records.filter((record) => !record.firstWave),
    zeroMonotonicMicros,
  );
}

/** Of what the simulated server remembers; a server knows no instant of sending. */
export function serverMarks({ requests, zeroMonotonicMicros }: TruthSnapshot, users: number): MeanMarks {
  const later = [...requests].sort((left, right) => left.arrival - right.arrival).slice(users);
  const records = later.map(({ firstToken, lastToken }) => ({ sent: null, firstToken, lastToken }));
  return meanMarks(records, zeroMonotonicMicros);
}

function meanMarks(records: readonly MeanMarks[], zero: number): MeanMarks {
  const mean = (mark: keyof MeanMarks): number | null => {
    let sum = 0;
    for (const record of records) {
      const at = record[mark];
      if (at === null) return null;
      sum += at;
    }
    return records.length === 0 ? null : zero + sum / records.length;
  };
  return { sent: mean('sent'), firstToken: mean('firstToken'), lastToken: mean('lastToken') };
}
