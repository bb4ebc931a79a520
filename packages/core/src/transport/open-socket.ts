import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure, createSecureContext, type SecureContext } from 'node:tls';
import type { TargetAddress } from './target-address.ts';
import { tlsOptions, trustOptions } from './tls-options.ts';

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

/**
 * Opens connections to one target over TCP, TLS or a Unix socket; all read into the shared buffer. TLS fills it record by
 * record, so that two records of one network read are two calls of `onRead`, microseconds apart.
 */
export class SocketOpener {
  readonly #address: TargetAddress;
  readonly #readBuffer: ReadBuffer;
  /** Made once: reading the authorities anew takes 5 ms and 30 KB for each connection. */
  readonly #secureContext: SecureContext | null;

  constructor(address: TargetAddress, readBuffer: ReadBuffer) {
    this.#address = address;
    this.#readBuffer = readBuffer;
    this.#secureContext = address.secure ? createSecureContext(trustOptions(address.tls)) : null;
  }

  /** Begins to connect; the events tell the rest. */
  open(events: ConnectionEvents): Socket {
    const socket = this.#connect(events);
    let failure: Error | null = null;
    socket.once(this.#secureContext === null ? 'connect' : 'secureConnect', () => events.onConnect());
    socket.on('error', (error) => {
      failure = error;
    });
    socket.on('end', () => socket.destroy());
    socket.on('close', () => events.onClose(failure));
    return socket;
  }

  #connect(events: ConnectionEvents): Socket {
    const readBuffer = this.#readBuffer;
    const onread = {
      buffer: readBuffer.forSockets,
      callback: (length: number): boolean => {
        events.onRead(readBuffer.bound(length), length);
        return true;
      },
    };
    const { address, port, socketPath } = this.#address;
    if (socketPath) return connectPlain({ path: socketPath, onread });
    const network = { host: address, port, noDelay: true, keepAlive: true, onread };
    if (this.#secureContext === null) return connectPlain(network);
    return connectSecure({
      ...network,
      ...tlsOptions(this.#address),
      secureContext: this.#secureContext,
      ALPNProtocols: ['http/1.1'],
    });
  }
}
