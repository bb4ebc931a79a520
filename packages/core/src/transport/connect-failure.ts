/** Why a connection could not be opened, as a failed request says it. */
export type ConnectFailure = {
  /** A short name for the table of errors. */
  readonly detail: string;
  readonly sample: string;
};

/** Failures whose system code says too little: they are the client's own limits, or the server's full queue. */
const explained: Readonly<Record<string, ConnectFailure>> = {
  EADDRNOTAVAIL: {
    detail: 'no free local port',
    sample:
      'no free local port is left for another connection (EADDRNOTAVAIL): each one is in use or still waits a minute after its connection; ' +
      'widen net.ipv4.ip_local_port_range, or let the server keep its connections open',
  },
  EMFILE: {
    detail: 'too many open files',
    sample: 'this process may not open another file or connection (EMFILE); raise the limit with ulimit -n',
  },
  ENFILE: {
    detail: 'too many open files',
    sample: 'this host may not open another file or connection (ENFILE); raise fs.file-max',
  },
  EAGAIN: {
    detail: 'connection queue full',
    sample: "the server's queue of connections that it has not accepted yet is full (EAGAIN)",
  },
};

/** Describes the error of a socket that never connected; `null` is one that the server closed meanwhile. */
export function describeConnectFailure(error: Error | null): ConnectFailure {
  if (error === null) return { detail: 'connection closed', sample: 'the server closed the connection' };
  const code = codeOf(error);
  return explained[code] ?? { detail: code === '' ? 'connection closed' : code, sample: error.message };
}

/** Whether the server's queue was full: it is there, and takes the connection as soon as it gets to it. */
export const isQueueFull = (error: Error | null): boolean => error !== null && codeOf(error) === 'EAGAIN';

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';
