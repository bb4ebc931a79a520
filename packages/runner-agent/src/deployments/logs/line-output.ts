import { createLineSplitter, type LineSplitter } from './line-splitter.ts';
import type { LogStream } from './log-buffer.ts';

/** Takes a server's bytes and hands on lines; each stream has lines of its own. */
export type LineOutput = {
  readonly push: (stream: LogStream, bytes: Uint8Array) => void;
  /** Hands on what has no line end. */
  readonly flush: () => void;
};

/** `longest` bounds the characters of a line without an end. */
export function createLineOutput(
  append: (stream: LogStream, text: string) => void,
  longest: number,
): LineOutput {
  const splitters = new Map<LogStream, LineSplitter>();
  const splitterOf = (stream: LogStream): LineSplitter => {
    const known = splitters.get(stream);
    if (known !== undefined) return known;
    const made = createLineSplitter((text) => append(stream, text), longest);
    splitters.set(stream, made);
    return made;
  };
  return {
    push: (stream, bytes) => splitterOf(stream).push(bytes),
    flush: () => {
      for (const splitter of splitters.values()) splitter.flush();
    },
  };
}
