import type { TargetAddress } from './target-address.ts';

/** Capacities are multiples of this, so that a buffer fits most of the requests after the one that it was made for. */
const capacityStep = 1024;

/**
 * Makes the bytes of POST requests, each in one piece for one write. Buffers are used again: requests in flight set how
 * many there are, not requests sent, so a run's memory does not grow with its length.
 */
export class RequestEncoder {
  readonly #head: string;
  readonly #free: Buffer[] = [];
  /** The whole buffer behind the bytes of a request. */
  readonly #whole = new WeakMap<ArrayBufferLike, Buffer>();

  constructor(address: TargetAddress, path: string, headers: Readonly<Record<string, string>>) {
    const all: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'user-agent': 'kneepoint',
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#head = `POST ${address.basePath}${path} HTTP/1.1\r\nhost: ${hostHeader(address)}\r\n${lines.join('')}content-length: `;
  }

  /** The whole request with this body. Give it back with `release` when it has been written. */
  encode(body: string): Buffer {
    const bodyLength = Buffer.byteLength(body, 'utf8');
    const head = `${this.#head}${bodyLength}\r\n\r\n`;
    const length = head.length + bodyLength;
    const buffer = this.#take(length);
    buffer.write(head, 0, 'latin1');
    buffer.write(body, head.length, 'utf8');
    return buffer.subarray(0, length);
  }

  /** Takes back the bytes of a request that the kernel has. */
  release(bytes: Buffer): void {
    const whole = this.#whole.get(bytes.buffer);
    if (whole !== undefined) this.#free.push(whole);
  }

  #take(length: number): Buffer {
    const buffer = this.#free.pop();
    if (buffer !== undefined && buffer.length >= length) return buffer;
    const fresh = Buffer.allocUnsafeSlow(Math.ceil(length / capacityStep) * capacityStep);
    this.#whole.set(fresh.buffer, fresh);
    return fresh;
  }
}

function hostHeader(address: TargetAddress): string {
  const name = address.hostname.includes(':') ? `[${address.hostname}]` : address.hostname;
  const standard = address.secure ? 443 : 80;
  return address.port === standard ? name : `${name}:${address.port}`;
}
