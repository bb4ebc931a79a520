import type { Formats } from './formats.ts';

/** Numbers of an audit that `Formats` has no form for: figures as a document states them. */
export type AuditNumbers = {
  /** Up to two decimals, so that a figure can be found again in the document: 12.53. */
  readonly stated: (value: number) => string;
  /** Whole from ten on, one decimal below: 34, 6.2. */
  readonly brief: (value: number) => string;
  /** A share of a limit, rounded down, so that it is never overstated: 73 %. */
  readonly limitShare: (value: number) => string;
  /** The name of a percentile: p99, p99.9. */
  readonly percentile: (share: number) => string;
};

/** The numbers of an audit in a locale. */
export function createAuditNumbers(locale: string, formats: Formats): AuditNumbers {
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const down = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: 'floor',
  });
  return {
    stated: (value) => two.format(value),
    brief: formats.briefRateNumber,
    limitShare: (value) => down.format(value),
    percentile: (share) => `p${Number((share * 100).toFixed(2))}`,
  };
}
