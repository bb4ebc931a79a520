/**
 * Receives one event's data. The byte range is valid only during the call; `stamp` is the time of the socket read that
 * completed the data (not of the one that brought the end of its line).
 */
export type StreamHandler = {
  onEvent(buffer: Buffer, start: number, end: number, stamp: number): void;
  /** Data of a field `error`, which llama.cpp sent for errors until 2025 and which other streams do not have. */
  onErrorField?(buffer: Buffer, start: number, end: number): void;
};

/** Parts a stream into its events. */
export type StreamScanner = {
  /** Reads body bytes that came with the socket read at `now`. Throws `ProtocolError` for an event that is too long. */
  push(buffer: Buffer, start: number, end: number, now: number): void;
  /** The stream ended as it should. */
  finish(): void;
  /** Forgets a stream's rest; call before the next stream. */
  reset(): void;
};
