/** How event lines end. */
export type LineEnd = 'crlf' | 'cr';

/**
 * One thing that goes wrong on purpose. `atToken`: after that many tokens of the stream were written.
 * Names on the command line and in the header are those of {@link faultForms}.
 */
export type SimulatedFault =
  | { readonly kind: 'stall'; readonly milliseconds: number; readonly atToken: number }
  | { readonly kind: 'reset'; readonly atToken: number }
  | { readonly kind: 'close'; readonly atToken: number }
  | { readonly kind: 'error-in-stream'; readonly atToken: number }
  | { readonly kind: 'slow-start'; readonly milliseconds: number }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty-stream' }
  | { readonly kind: 'wrong-usage' }
  | { readonly kind: 'no-usage' }
  | { readonly kind: 'half-character' }
  | { readonly kind: 'never-answer' }
  | { readonly kind: 'line-end'; readonly lineEnd: LineEnd }
  | { readonly kind: 'no-space' }
  | { readonly kind: 'comments' }
  | { readonly kind: 'coalesce'; readonly events: number }
  | { readonly kind: 'split'; readonly bytes: number }
  | { readonly kind: 'no-done' }
  | { readonly kind: 'keep-open-after-done' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'close-delimited' }
  | { readonly kind: 'die-after'; readonly requests: number };

/** The name of a kind of fault. */
export type FaultKind = SimulatedFault['kind'];

/** The fault of a kind among others, or null. */
export function faultOf<Kind extends FaultKind>(
  faults: readonly SimulatedFault[],
  kind: Kind,
): Extract<SimulatedFault, { kind: Kind }> | null {
  for (const fault of faults) {
    if (fault.kind === kind) return fault as Extract<SimulatedFault, { kind: Kind }>;
  }
  return null;
}
