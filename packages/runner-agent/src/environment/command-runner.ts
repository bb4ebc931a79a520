import { execFile } from 'node:child_process';

export type CommandOptions = {
  readonly timeoutMillis?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** What a command printed, or why it said nothing useful. `stdout` is kept on failure: some tools explain themselves there. */
export type CommandOutput =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly stdout: string };

/** Runs a program with arguments, never through a shell. A port, so that recorded outputs can be replayed. */
export type CommandRunner = (
  file: string,
  parameters: readonly string[],
  options?: CommandOptions,
) => Promise<CommandOutput>;

const largestOutputBytes = 8 * 1024 * 1024;

/** Runs programs of this host, in the root folder; ten seconds each unless told otherwise. */
export const localCommands: CommandRunner = (file, parameters, options = {}) =>
  new Promise((resolve) => {
    execFile(
      file,
      parameters,
      {
        cwd: '/',
        encoding: 'utf8',
        timeout: options.timeoutMillis ?? 10_000,
        killSignal: 'SIGKILL',
        maxBuffer: largestOutputBytes,
        ...(options.environment === undefined ? {} : { env: { ...options.environment } }),
      },
      (error, stdout) => {
        resolve(
          error === null
            ? { kind: 'done', stdout }
            : { kind: 'failed', reason: whyItFailed(error), stdout: stdout ?? '' },
        );
      },
    );
  });

/** The message of Node holds the whole command line, paths included; the reason holds neither. */
function whyItFailed(error: {
  readonly code?: unknown;
  readonly killed?: boolean;
  readonly signal?: unknown;
}): string {
  if (error.killed === true) return 'it did not end in time';
  if (error.code === 'ENOENT') return 'it is not installed';
  if (error.code === 'EACCES') return 'it may not be run';
  if (typeof error.code === 'number') return `it ended with code ${error.code}`;
  if (typeof error.signal === 'string') return `it was ended by ${error.signal}`;
  return `it could not be run (${String(error.code)})`;
}
