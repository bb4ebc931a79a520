import type { TargetRequest } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { benchTarget, refuseTls, type TargetFlags, type TlsWish } from '../flags/target-flags.ts';
import { readTargetTls } from './read-target-tls.ts';

/** The target that a command's flags describe, with the certificates that they name read. */
export async function targetOfFlags(
  url: string,
  flags: TargetFlags & TlsWish,
  { environment }: CommandContext,
): Promise<TargetRequest> {
  refuseTls(url, flags);
  return benchTarget(url, flags, environment, await readTargetTls(flags, (path) => path));
}
