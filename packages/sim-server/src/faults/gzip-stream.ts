import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Magic number, deflate, no flags, no time, no extra flags, unknown system. */
const gzipHeader = '\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u00ff';

/**
 * A gzip stream made piece by piece, each of which can be unpacked as soon as it is there. Every piece is deflated on
 * its own and ends on a byte border (sync flush), so joined they are one valid deflate stream. Texts hold one byte per unit.
 */
export class GzipStream {
  private checksum = 0;
  private size = 0;
  private hasStarted = false;

  compress(wire: string): string {
    const bytes = Buffer.from(wire, 'latin1');
    this.checksum = crc32(bytes, this.checksum);
    this.size += bytes.length;
    const packed = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    const head = this.hasStarted ? '' : gzipHeader;
    this.hasStarted = true;
    return head + packed;
  }

  /** An empty last block, then checksum and size. */
  end(): string {
    const trailer = Buffer.alloc(10);
    trailer.writeUInt16LE(0x0003, 0);
    trailer.writeUInt32LE(this.checksum, 2);
    trailer.writeUInt32LE(this.size >>> 0, 6);
    return (this.hasStarted ? '' : gzipHeader) + trailer.toString('latin1');
  }
}
