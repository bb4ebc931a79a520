import type { Trust } from '../result/stage-schema.ts';
import type { TrustCode } from './trust-code.ts';

/** A reason as the result file holds it. */
export type TrustReason = Trust['reasons'][number] & { readonly code: TrustCode };

/** One rule's finding: how bad it is, and the reason as it stands in the result. */
export type TrustFinding = { readonly verdict: 'suspect' | 'invalid'; readonly reason: TrustReason };

/** Puts a verdict and its reason together. */
export function finding(verdict: TrustFinding['verdict'], reason: TrustReason): TrustFinding {
  return { verdict, reason };
}

/** `suspect` above the first limit, `invalid` above the second, nothing below; the reason carries the limit passed. */
export function findingAbove(
  value: number,
  limits: { readonly suspect: number; readonly invalid: number },
  code: TrustCode,
  message: string,
): TrustFinding | null {
  if (value > limits.invalid) return finding('invalid', { code, message, value, limit: limits.invalid });
  if (value > limits.suspect) return finding('suspect', { code, message, value, limit: limits.suspect });
  return null;
}

/** `87 %` of a share. */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

/** `1.2 ms` of microseconds. */
export function millisText(microseconds: number): string {
  return `${Number((microseconds / 1000).toFixed(1))} ms`;
}
