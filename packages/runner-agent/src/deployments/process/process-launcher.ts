import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, type FileHandle, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { markerVariable, type ProcessDeployment } from '@kneepoint/core';
import type { DeploymentOrder } from '../deployer.ts';
import { type DeploymentRecords, newRecord } from '../deployment-record.ts';
import type { ServerExit } from '../deployment-state.ts';
import { expandHome } from '../home-path.ts';
import type { Launch, Launched, LaunchSink } from '../launcher.ts';
import { failure, type Outcome, worked } from '../outcome.ts';
import { type Environment, resolveArguments, resolveVariables } from '../resolved-values.ts';
import { baseEnvironment } from './base-environment.ts';
import { childDescriptors } from './inherited-descriptors.ts';
import { tailLog } from './log-tail.ts';
import { identityOf, type ProcessIdentity } from './process-identity.ts';
import { endTree, findTree, type TreeRoots } from './process-tree.ts';

/** What processes are started with. */
export type ProcessHost = {
  readonly environment: Environment;
  readonly homeFolder: string;
  readonly records: DeploymentRecords;
  /** This process. */
  readonly owner: ProcessIdentity;
};

type Prepared = {
  readonly program: string;
  readonly programArguments: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
};

/** Appending: the file may be emptied while the server writes. */
const logFlags = constants.O_CREAT | constants.O_TRUNC | constants.O_RDWR | constants.O_APPEND;

/** Starts a server as a process of this host, in a process group of its own, without a shell. */
export function processLaunch(order: DeploymentOrder, plan: ProcessDeployment, host: ProcessHost): Launch {
  return async (sink) => {
    const prepared = await prepare(order, plan, host);
    if (!prepared.ok) return prepared;
    sink.step('creating');
    const { records, owner } = host;
    // Written before the start: whoever comes after a crash in between finds the process by its mark.
    const record = newRecord(order.id, order.job, owner);
    await records.write(record);
    const logPath = join(records.folder, `${order.id}.log`);
    const forget = async (): Promise<void> => {
      await Promise.all([records.remove(order.id), rm(logPath, { force: true })]);
    };
    const log = await open(logPath, logFlags, 0o600);
    const started = await startProcess(prepared.value, log);
    if (!started.ok) {
      await log.close();
      await forget();
      return started;
    }
    const { child, pid, exited, startedAtMillis } = started.value;
    const identity = await identityOf(pid);
    await records.write({ ...record, process: identity });
    return worked(
      launchedProcess({
        sink,
        prepared: prepared.value,
        roots: { deployment: order.id, leader: identity },
        pid,
        exited,
        startedAtMillis,
        log,
        stopMillis: plan.stopTimeout / 1000,
        forget,
        release: async () => {
          await records.write({ ...record, process: identity, released: true });
          child.unref();
        },
      }),
    );
  };
}

async function prepare(
  order: DeploymentOrder,
  plan: ProcessDeployment,
  host: ProcessHost,
): Promise<Outcome<Prepared>> {
  const { environment, homeFolder } = host;
  const command = resolveArguments(plan.command, environment);
  if (!command.ok) return command;
  const variables = resolveVariables(plan.env, environment);
  if (!variables.ok) return variables;
  const folder = resolve(expandHome(plan.workingDirectory ?? '.', homeFolder));
  const reachable = await access(folder, constants.X_OK).then(
    () => true,
    () => false,
  );
  // The start itself would say of a missing folder that the program is missing.
  if (!reachable)
    return failure(
      'working-directory',
      `the working directory ${folder} does not exist or cannot be entered`,
    );
  const [program = '', ...programArguments] = command.value;
  return worked({
    program: expandHome(program, homeFolder),
    programArguments,
    variables: { ...baseEnvironment(environment), ...variables.value, [markerVariable]: order.id },
    folder,
  });
}

type Started = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  readonly startedAtMillis: number;
};

async function startProcess(prepared: Prepared, log: FileHandle): Promise<Outcome<Started>> {
  const nothing = await open('/dev/null', 'r');
  const { program, programArguments, folder, variables } = prepared;
  try {
    const startedAtMillis = performance.now();
    const child = spawn(program, [...programArguments], {
      cwd: folder,
      env: variables,
      detached: true,
      shell: false,
      stdio: [...childDescriptors(log.fd, nothing.fd)],
    });
    const exited = new Promise<ServerExit>((settle) =>
      child.once('exit', (code, signal) => settle({ kind: 'exited', code, signal, outOfMemory: null })),
    );
    const trouble = await new Promise<unknown>((settle) => {
      child.once('spawn', () => settle(null)).once('error', (error) => settle(error));
    });
    const { pid } = child;
    if (pid === undefined) return notStarted(program, trouble);
    return worked({ child, pid, exited, startedAtMillis });
  } catch (error) {
    return notStarted(program, error);
  } finally {
    await nothing.close();
  }
}

function notStarted(program: string, error: unknown): Outcome<never> {
  const code = error instanceof Error ? Reflect.get(error, 'code') : null;
  if (code === 'ENOENT')
    return failure(
      'program-missing',
      `the program ${program} was not found`,
      'install it, or give its whole path in the command',
    );
  if (code === 'EACCES')
    return failure('program-not-executable', `the program ${program} may not be executed`);
  return failure(
    'program-not-started',
    `${program}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

type LaunchedProcess = {
  readonly sink: LaunchSink;
  readonly prepared: Prepared;
  readonly roots: TreeRoots;
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  readonly startedAtMillis: number;
  readonly log: FileHandle;
  readonly stopMillis: number;
  readonly forget: () => Promise<void>;
  readonly release: () => Promise<void>;
};

function launchedProcess(parts: LaunchedProcess): Launched {
  const { sink, prepared, roots, pid, log } = parts;
  const startedAt = new Date().toISOString();
  const tail = tailLog(log, (bytes) => sink.output('output', bytes));
  const end = async (): Promise<Outcome<ServerExit | null>> => {
    const left = await endTree(roots, parts.stopMillis);
    await tail.finish();
    await log.close();
    if (left.length > 0)
      return failure(
        'not-stopped',
        `processes of the server could not be ended: ${left.map((one) => one.pid).join(', ')}`,
      );
    await parts.forget();
    return worked(await parts.exited);
  };
  let ending: Promise<Outcome<ServerExit | null>> | null = null;
  return {
    startedAtMillis: parts.startedAtMillis,
    exited: parts.exited.then(async (exit) => {
      await tail.finish();
      return exit;
    }),
    describe: async () => ({
      kind: 'process',
      command: [prepared.program, ...prepared.programArguments].map(sink.redact),
      workingDirectory: prepared.folder,
      pid,
      pids: (await findTree(roots)).map((one) => one.pid),
      startedAt,
    }),
    stop: () => {
      ending ??= end();
      return ending;
    },
    release: parts.release,
  };
}
