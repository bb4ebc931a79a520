import { isIP } from 'node:net';
import type { TargetAddress, TargetTls } from './target-address.ts';

/** The part of Node's TLS options that says whom to trust. */
export type TrustOptions = { readonly ca?: string; readonly allowPartialTrustChain?: boolean };

/**
 * How a target's certificate is checked. A name is sent along (SNI) only where the target is named: an IP address is
 * none, and servers refuse one there; the certificate is then checked for the address itself.
 */
export function tlsOptions({
  hostname,
  tls,
}: TargetAddress): TrustOptions & { readonly servername?: string; readonly rejectUnauthorized: boolean } {
  return {
    ...(isIP(hostname) > 0 ? {} : { servername: hostname }),
    ...trustOptions(tls),
    rejectUnauthorized: !tls.insecure,
  };
}

/** A certificate that was named is trusted as it stands, be it the server's own, an intermediate or a root. */
export const trustOptions = (tls: TargetTls): TrustOptions =>
  tls.ca === null ? {} : { ca: tls.ca, allowPartialTrustChain: true };
