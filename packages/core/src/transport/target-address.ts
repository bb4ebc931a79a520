/** What a target's certificate is checked against: the PEM certificates in `ca`, or the usual authorities when it is null. */
export type TargetTls = {
  readonly ca: string | null;
  /** Takes any certificate. The result says so. */
  readonly insecure: boolean;
};

/** The usual authorities, as a browser has them. */
export const usualTrust: TargetTls = { ca: null, insecure: false };

/** Where and how to reach a target: parsed once, resolved once. */
export type TargetAddress = {
  readonly secure: boolean;
  readonly hostname: string;
  /** A numeric address, so that no request waits for a name look-up; empty for a Unix socket. */
  readonly address: string;
  readonly port: number;
  /** Path in front of the dialect's own, without a slash at its end. */
  readonly basePath: string;
  /** The Unix socket that connections are made to; `null` for host and port. */
  readonly socketPath: string | null;
  readonly tls: TargetTls;
};

/** Whether the target shares this host, and so its cores, with the client. */
export const isLoopback = ({ address, socketPath }: TargetAddress): boolean =>
  socketPath !== null || address === '::1' || address.startsWith('127.');

/** A plain HTTP server on a port of this host. */
export const loopbackAddress = (port: number): TargetAddress => ({
  secure: false,
  hostname: '127.0.0.1',
  address: '127.0.0.1',
  port,
  basePath: '',
  socketPath: null,
  tls: usualTrust,
});
