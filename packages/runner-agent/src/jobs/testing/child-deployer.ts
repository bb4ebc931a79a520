import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DeployedServer, DeployedState, Deployer, DeploymentOrder } from '../ports.ts';

const childScript = fileURLToPath(new URL('./simulated-child.ts', import.meta.url));
const figure = (value: number) => ({ kind: 'measured', unit: 'ms', value, reason: null }) as const;
const unknownFigure = { kind: 'unknown', unit: 'ms', value: null, reason: 'not asked for' } as const;

/** Starts simulated servers as processes of their own and remembers them on disk, as an agent on a host would. */
export function childDeployer(folder: string): Deployer {
  mkdirSync(folder, { recursive: true });
  return {
    start: (order) => new ChildServer(order, folder),
    removeOrphans: async () =>
      readdirSync(folder).flatMap((name) => {
        const pid = Number(readFileSync(join(folder, name), 'utf8'));
        rmSync(join(folder, name));
        const killed = killGroup(pid);
        return killed ? [{ kind: 'process', deployment: name, what: String(pid) }] : [];
      }),
  };
}

/** The processes that are on record as running. */
export function recordedChildren(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => Number(readFileSync(join(folder, name), 'utf8')));
}

function killGroup(pid: number): boolean {
  try {
    process.kill(-pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

class ChildServer implements DeployedServer {
  readonly #child: ChildProcess;
  readonly #record: string;
  readonly #lines: { readonly text: string }[] = [];
  readonly #wake = new Set<() => void>();
  readonly #exited: Promise<void>;
  readonly settled: Promise<DeployedState>;
  #state: DeployedState = { kind: 'starting' };
  #ended = false;

  constructor(order: DeploymentOrder, folder: string) {
    if (order.deploy?.kind !== 'process') throw new Error('the tests deploy processes only');
    const words = order.deploy.process.command.map((word) => (word.kind === 'text' ? word.text : ''));
    const startedAt = performance.now();
    this.#child = spawn(process.execPath, [childScript, ...words], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#record = join(folder, order.id);
    writeFileSync(this.#record, String(this.#child.pid));
    const settled = Promise.withResolvers<DeployedState>();
    this.settled = settled.promise;
    this.#exited = new Promise((resolve) => this.#child.once('exit', () => resolve()));
    if (this.#child.stdout === null) throw new Error('the child has no output');
    const reading = createInterface({ input: this.#child.stdout });
    reading.on('line', (text) => {
      this.#lines.push({ text });
      if (text === 'listening' && this.#state.kind === 'starting') {
        const millis = performance.now() - startedAt;
        this.#state = {
          kind: 'ready',
          startup: { firstHealthyAnswer: figure(millis), firstToken: unknownFigure },
        };
        settled.resolve(this.#state);
      }
      this.#wakeAll();
    });
    reading.once('close', () => {
      this.#ended = true;
      if (this.#state.kind !== 'stopped') {
        const failure = {
          code: 'server-exited',
          message: 'the process ended',
          hint: null,
          lastLines: this.#lines,
        };
        this.#state = { kind: 'failed', failure };
      }
      settled.resolve(this.#state);
      this.#wakeAll();
    });
  }

  state(): DeployedState {
    return this.#state;
  }

  async *#read(): AsyncGenerator<{ readonly text: string }, void> {
    for (let next = 0; ; next++) {
      while (this.#lines[next] === undefined) {
        if (this.#ended) return;
        await new Promise<void>((resolve) => this.#wake.add(resolve));
      }
      yield this.#lines[next] ?? { text: '' };
    }
  }

  logs(): AsyncIterableIterator<{ readonly text: string }> {
    return this.#read();
  }

  async describe(): Promise<object> {
    return { kind: 'process', pid: this.#child.pid ?? null };
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      if (this.#state.kind !== 'failed') this.#state = { kind: 'stopped' };
      this.#child.kill('SIGKILL');
      await this.#exited;
    }
    rmSync(this.#record, { force: true });
  }

  async release(): Promise<void> {
    rmSync(this.#record, { force: true });
    this.#child.unref();
  }

  #wakeAll(): void {
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }
}
