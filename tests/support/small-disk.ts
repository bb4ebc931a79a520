import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './run-kneepoint.ts';

/** A file system of its own with little room, for a test that fills it. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes every block that is left. */
  fill(): void;
  /** Gives them back. */
  free(): void;
  unmount(): void;
};

const fillerName = 'filler';
/** The smallest block of a tmpfs. */
const block = Buffer.alloc(4096);

/** Mounts one in memory, which takes a Linux host and its root; else the reason why there is none. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  const folder = join(newFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? error.message : String(error)}`;
  }
  const filler = join(folder, fillerName);
  return {
    folder,
    fill: () => fillWith(filler),
    free: () => rmSync(filler),
    unmount: () => void execFileSync('umount', ['--lazy', folder]),
  };
}

function fillWith(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
