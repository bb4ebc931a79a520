import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the bare reader used and read. Events are those that end with a blank line, whatever they carry. */
export type FloorRun = {
  readonly cpuMicros: number;
  readonly wallMicros: number;
  readonly events: number;
};

const program = fileURLToPath(new URL('../floor-process.ts', import.meta.url));
const run = promisify(execFile);

/** Reads `requests` answers with the bare reader, in a process of its own. */
export async function runFloor(
  url: string,
  load: { readonly users: number; readonly requests: number; readonly outputTokens: number },
): Promise<FloorRun> {
  const words = [program, url, String(load.users), String(load.requests), String(load.outputTokens)];
  return JSON.parse((await run(process.execPath, words)).stdout) as FloorRun;
}
