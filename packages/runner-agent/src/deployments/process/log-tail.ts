import type { FileHandle } from 'node:fs/promises';

/** Hands on what is appended to a file. */
export type LogTail = {
  /** Reads what is there by now, and stops. */
  readonly finish: () => Promise<void>;
};

const pollMillis = 100;
const chunkBytes = 64 * 1024;
/** A longer file is emptied once it was read; its writer appends, so that it goes on at the new end. */
const longestFile = 64 * 1024 * 1024;

/**
 * Follows a file. A server writes into a file rather than into a pipe, so that it neither blocks on a slow reader nor dies
 * of a broken pipe when the agent goes away.
 */
export function tailLog(file: FileHandle, output: (bytes: Uint8Array) => void): LogTail {
  const buffer = Buffer.alloc(chunkBytes);
  let position = 0;
  let reading: Promise<void> = Promise.resolve();
  const readOn = async (): Promise<void> => {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      output(Buffer.from(buffer.subarray(0, bytesRead)));
    }
    if (position <= longestFile) return;
    await file.truncate(0);
    position = 0;
  };
  const next = (): Promise<void> => {
    reading = reading.then(readOn, readOn);
    return reading;
  };
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    next().then(
      () => {
        idle = true;
      },
      () => clearInterval(timer),
    );
  }, pollMillis);
  timer.unref();
  return {
    finish: async () => {
      clearInterval(timer);
      await next().catch(() => undefined);
    },
  };
}
