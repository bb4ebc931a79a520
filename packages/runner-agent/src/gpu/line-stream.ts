import { spawn } from 'node:child_process';

export type LineStream = {
  /** Why it ended, or `null` while it runs. */
  ended(): string | null;
  close(): void;
};

/** Runs a program, without a shell, and hands over its lines as they come. It ends with `close`, or by itself. */
export function openLineStream(
  file: string,
  parameters: readonly string[],
  onLine: (line: string) => void,
): LineStream {
  let ended: string | null = null;
  let rest = '';
  const child = spawn(file, [...parameters], { cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(line.trim());
  });
  child.on('error', () => {
    ended = 'it cannot be started';
  });
  child.on('exit', (code, signal) => {
    ended ??= `it ended with ${signal ?? `code ${code}`}`;
  });
  return {
    ended: () => ended,
    close() {
      ended ??= 'it was closed';
      child.kill('SIGKILL');
    },
  };
}
