import { existsSync, readFileSync } from 'node:fs';

/** Whether a process runs; one that ended and that nobody has asked about yet does not. */
export const isRunning = (pid: number): boolean => {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ' Z ';
  return !/\) Z /.test(stat) && stat !== ' Z ';
};
