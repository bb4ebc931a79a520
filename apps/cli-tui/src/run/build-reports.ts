import { access, constants, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { exitCodes, KneepointError, type Result, usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { type BuildReportFlags, wantsAnnotations } from '../flags/judging-flags.ts';

/** Checks before anything is measured that the JUnit file can be written. A build writes it again and again: it may exist. */
export async function checkBuildReports(flags: BuildReportFlags): Promise<void> {
  wantsAnnotations(flags);
  if (flags.junit === undefined) return;
  const folder = dirname(resolve(flags.junit));
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const isFolder = (await stat(flags.junit).catch(() => null))?.isDirectory() === true;
  if (writable && !isFolder) return;
  throw usageError(
    'junit-not-writable',
    isFolder
      ? `the path ${flags.junit} of --junit is a folder`
      : `the folder ${folder} of --junit does not exist or cannot be written to`,
    'give the path of a file in a folder that exists',
  );
}

/** Tells a build server how the run ended: a JUnit file, and GitHub's annotations on stderr, where stdout stays the result. */
export async function writeBuildReports(
  result: Result,
  flags: BuildReportFlags,
  { stderr }: CommandContext,
): Promise<void> {
  if (flags.junit === undefined && !wantsAnnotations(flags)) return;
  const { toGithubAnnotations, toJunitXml } = await import('@kneepoint/report');
  if (wantsAnnotations(flags)) stderr.write(toGithubAnnotations(result));
  if (flags.junit === undefined) return;
  try {
    await writeFile(`${flags.junit}.partial`, toJunitXml(result));
    await rename(`${flags.junit}.partial`, flags.junit);
  } catch (error) {
    throw new KneepointError(
      `the JUnit file ${flags.junit} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      { code: 'junit-not-written', exitCode: exitCodes.internal, cause: error },
    );
  }
}
