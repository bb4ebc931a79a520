import { readdir, readFile, readlink } from 'node:fs/promises';
import { markerVariable } from '@kneepoint/core';

/** A process of this host. A pid alone may be used again; with its start it names one process for ever, until the next boot. */
export type HostProcess = {
  readonly pid: number;
  /** One letter; Z is a process that ended and that nobody has asked about yet. */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  /** Clock ticks since the boot. */
  readonly startTicks: number;
};

/** Reads a line of `/proc/PID/stat`; the program's name in brackets may itself hold blanks and brackets. */
export function parseProcessStat(text: string): HostProcess | null {
  const nameEnd = text.lastIndexOf(')');
  const fields = text.slice(nameEnd + 2).split(' ');
  const [state = '', parent, group] = fields;
  const startTicks = Number(fields[19]);
  const pid = Number.parseInt(text, 10);
  if (nameEnd < 0 || !Number.isInteger(pid) || !Number.isFinite(startTicks)) return null;
  return { pid, state, parent: Number(parent), group: Number(group), startTicks };
}

/** The process, or `null` when there is none (any more). */
export async function readProcess(pid: number): Promise<HostProcess | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : parseProcessStat(text);
}

/** All processes that have not ended. */
export async function readProcessTable(): Promise<readonly HostProcess[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))),
  );
  return found.filter((process) => process !== null).filter(({ state }) => state !== 'Z' && state !== 'X');
}

/** The deployment that a process says it belongs to, from the environment that it was started with. */
export async function readMarker(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  const start = `${markerVariable}=`;
  const entry = text.split('\0').find((variable) => variable.startsWith(start));
  return entry?.slice(start.length) ?? null;
}

/** Names this boot: ticks of another one say nothing. */
export async function readBootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown')).trim();
}

/** Names the space in which this process's pids are counted. */
export async function readPidSpace(): Promise<string> {
  return readlink('/proc/self/ns/pid').catch(() => 'unknown');
}
