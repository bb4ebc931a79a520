import { readCertificates, type TargetTls, usualTrust } from '@kneepoint/core';
import type { TlsWish } from '../flags/target-flags.ts';

/** How a target is trusted, with the certificates read; `pathOf` says where a file is that the flags or the plan name. */
export async function readTargetTls(
  wish: TlsWish | undefined,
  pathOf: (source: string) => string,
): Promise<TargetTls> {
  if (wish === undefined) return usualTrust;
  return {
    ca: wish.ca === undefined ? null : await readCertificates(pathOf(wish.ca)),
    insecure: wish.insecure === true,
  };
}
