import type { Redact } from '../redaction.ts';

/** Where a line came from; `output` where both streams are one. */
export type LogStream = 'stdout' | 'stderr' | 'output';

/** One line that a server wrote. */
export type LogLine = {
  /** From 1; a gap between two lines is lines that were dropped. */
  readonly number: number;
  readonly stream: LogStream;
  /** When it was read, in milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
};

/** The last lines of a log, however long it becomes. */
export type LogBuffer = {
  readonly append: (stream: LogStream, text: string) => void;
  /** No line will come any more: readers reach their end. */
  readonly end: () => void;
  /** Lines so far, the dropped ones too. */
  readonly total: () => number;
  readonly lines: () => readonly LogLine[];
  /** A reader of its own pace; one that is slower than the log misses lines and never holds them up. */
  readonly follow: (fromLine?: number) => AsyncIterableIterator<LogLine>;
};

/** What bounds the memory of a log. */
export type LogLimits = {
  readonly lines: number;
  /** Characters of a line; the rest is cut off. */
  readonly lineLength: number;
};

const cutMark = ' [cut]';

/**
 * A ring of lines: line n stands in slot n modulo the capacity, so that the oldest line gives way to the newest.
 * Secrets are taken out before a line is kept.
 */
export function createLogBuffer(limits: LogLimits, redact: Redact): LogBuffer {
  const slots: LogLine[] = [];
  const waiting = new Set<() => void>();
  let total = 0;
  let ended = false;
  const oldest = (): number => Math.max(1, total - limits.lines + 1);
  const wakeAll = (): void => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const lineFrom = (number: number): LogLine | null =>
    number > total ? null : (slots[Math.max(number, oldest()) % limits.lines] ?? null);
  return {
    append: (stream, text) => {
      if (ended) return;
      total += 1;
      slots[total % limits.lines] = {
        number: total,
        stream,
        at: Date.now(),
        text: shortened(redact(text), limits.lineLength),
      };
      wakeAll();
    },
    end: () => {
      ended = true;
      wakeAll();
    },
    total: () => total,
    lines: () =>
      Array.from({ length: total - oldest() + 1 }, (_, index) => lineFrom(oldest() + index)).filter(
        (line) => line !== null,
      ),
    follow: (fromLine = 1) => {
      const change = (): Promise<void> => new Promise((wake) => waiting.add(wake));
      return logReader({ from: fromLine, lineFrom, hasEnded: () => ended, change, wakeAll });
    },
  };
}

type LogSource = {
  readonly from: number;
  readonly lineFrom: (number: number) => LogLine | null;
  readonly hasEnded: () => boolean;
  readonly change: () => Promise<void>;
  readonly wakeAll: () => void;
};

/** Not a generator: `return` of a generator would wait for the next line, which may never come. */
function logReader(source: LogSource): AsyncIterableIterator<LogLine> {
  const done = { done: true, value: undefined } as const;
  let next = source.from;
  let closed = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      for (;;) {
        if (closed) return done;
        const line = source.lineFrom(next);
        if (line !== null) {
          next = line.number + 1;
          return { done: false, value: line };
        }
        if (source.hasEnded()) return done;
        await source.change();
      }
    },
    async return() {
      closed = true;
      source.wakeAll();
      return done;
    },
  };
}

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}${cutMark}` : text;
