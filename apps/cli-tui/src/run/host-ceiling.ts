import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type CalibratedHost,
  calibrationOf,
  calibrationsText,
  type HostCalibration,
  parseCalibrations,
  withCalibration,
} from '@kneepoint/core';
import { defaultStorePath } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';

type Place = Pick<CommandContext, 'environment' | 'homeDirectory'>;

/**
 * Events per second that this host was calibrated to read; `null` where it was not. A file that cannot be read is said
 * on stderr and counts as none: a run goes on without a ceiling.
 */
export function readHostCeiling(context: CommandContext): number | null {
  const { hosts, note } = readCalibrations(context);
  if (note !== null) context.stderr.write(`note: ${note}\n`);
  return calibrationOf(hosts, thisHost())?.ceilingEventsPerSecond ?? null;
}

/** What a calibration of this host is kept under. */
export function thisHost(): CalibratedHost {
  const processors = cpus();
  return {
    host: hostname(),
    cpuModel: processors[0]?.model.trim() ?? 'unknown',
    cores: Math.max(1, processors.length),
    nodeMajor: Number.parseInt(process.versions.node, 10),
  };
}

/** Keeps a calibration beside the history. A reader never sees half a file. Throws what the file system says. */
export function keepCalibration(calibration: HostCalibration, place: Place): string {
  const path = calibrationPath(place);
  const { hosts } = readCalibrations(place);
  const temporary = `${path}.${process.pid}.partial`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(temporary, calibrationsText(withCalibration(hosts, calibration)));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return path;
}

type KeptCalibrations = { readonly hosts: readonly HostCalibration[]; readonly note: string | null };

function readCalibrations(place: Place): KeptCalibrations {
  const path = calibrationPath(place);
  try {
    const hosts = parseCalibrations(readFileSync(path, 'utf8'));
    return hosts === null
      ? unreadable(path, 'it is no calibration file of this version')
      : { hosts, note: null };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { hosts: [], note: null };
    return unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

const unreadable = (path: string, why: string): KeptCalibrations => ({
  hosts: [],
  note: `the calibration of this host in ${path} was not read: ${why}; make it anew with kneepoint calibrate`,
});

const calibrationPath = ({ environment, homeDirectory }: Place): string =>
  join(dirname(defaultStorePath(environment, homeDirectory)), 'calibration.json');
