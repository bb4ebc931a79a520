import { spawn } from 'node:child_process';

/** A step of an installation. */
export type CommandStep = {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
};

const deadlineMillis = 15 * 60_000;
const keptCharacters = 2_000;

/** Runs a program to its end and returns its standard output. Throws with the end of its error output when it fails. */
export function runCommand(step: CommandStep): Promise<string> {
  const child = spawn(step.program, step.arguments, {
    cwd: step.folder,
    env: { ...process.env, ...step.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    errors = (errors + bytes.toString()).slice(-keptCharacters);
  });
  const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMillis);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(deadline);
      if (code === 0) resolve(output.trim());
      else reject(new Error(`${step.program} ended with ${code}: ${(errors || output).trim()}`));
    });
  });
}

/** The program's standard output, or null when it is not there or fails. */
export async function tryCommand(program: string, ...words: string[]): Promise<string | null> {
  try {
    return await runCommand({ program, arguments: words });
  } catch {
    return null;
  }
}
