import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { TargetAddress } from './target-address.ts';

/** What a connection tells its owner. Byte ranges are valid only during the call. */
export type ConnectionEvents = {
  onConnect(): void;
  /** Bytes of one socket read at [0, length) of the shared buffer, followed by LF and CR that bound every search. */
  onRead(buffer: Buffer, length: number): void;
  /** The socket is gone; `error` is the system's reason, `null` for an orderly end. */
  onClose(error: Error | null): void;
};

const readBytes = 64 * 1024;

/**
 * One read buffer for all sockets of a worker: the read callback is synchronous, so nobody else uses it meanwhile.
 * Two bytes lie behind what a socket may fill; LF and CR are put after each read, so that a search for them ends there
 * and never runs over stale bytes.
 */
export class ReadBuffer {
  readonly whole: Buffer = Buffer.alloc(readBytes + 2);
  readonly forSockets: Buffer = this.whole.subarray(0, readBytes);

  /** Marks the end of what was read. */
  bound(length: number): Buffer {
    this.whole[length] = 10;
    this.whole[length + 1] = 13;
    return this.whole;
  }
}

/** Opens a TCP or TLS connection that reads into the shared buffer. */
export function openSocket(address: TargetAddress, readBuffer: ReadBuffer, events: ConnectionEvents): Socket {
  const onread = {
    buffer: readBuffer.forSockets,
    callback: (length: number): boolean => {
      events.onRead(readBuffer.bound(length), length);
      return true;
    },
  };
  const common = { host: address.address, port: address.port, noDelay: true, keepAlive: true, onread };
  const socket = address.secure
    ? connectSecure({ ...common, servername: address.hostname, ALPNProtocols: ['http/1.1'] })
    : connectPlain(common);
  let failure: Error | null = null;
  socket.once(address.secure ? 'secureConnect' : 'connect', () => events.onConnect());
  socket.on('error', (error) => {
    failure = error;
  });
  socket.on('end', () => socket.destroy());
  socket.on('close', () => events.onClose(failure));
  return socket;
}
