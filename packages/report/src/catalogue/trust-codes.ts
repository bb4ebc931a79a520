import type { Formats } from './formats.ts';
import type { TrustReason } from './statement-parts.ts';

type TrustUnit = 'share' | 'micros' | 'count' | 'decimal' | 'none';

/** The unit of a trust reason's value and limit, by its code. */
const trustUnits = {
  'client-busy': 'share',
  'event-loop-delay': 'micros',
  'start-lag': 'micros',
  dropped: 'share',
  'no-window': 'none',
  'too-few-requests': 'none',
  errors: 'share',
  'cold-start': 'micros',
  'no-data': 'none',
  'stage-failed': 'none',
  interrupted: 'none',
  'token-source-unknown': 'none',
  'short-window': 'count',
  'shared-host': 'none',
  'concurrency-not-held': 'decimal',
  'token-count-mismatch': 'share',
} as const satisfies Record<string, TrustUnit>;

type TrustCode = keyof typeof trustUnits;

/** Codes whose limit is the least that was asked for; the limit of all others is the most that is allowed. */
const leastAsked: ReadonlySet<TrustCode> = new Set(['short-window', 'concurrency-not-held']);

/** What a language says for each code, and how it adds the numbers. */
export type TrustMessages = {
  readonly text: Record<TrustCode, string>;
  readonly withNumbers: (text: string, value: string, limit: TrustLimit | null) => string;
};
type TrustLimit = { readonly bound: 'least' | 'most'; readonly text: string };

/** The reason in a language with its numbers; a code that is not known prints its message as it is. */
export function trustText(reason: TrustReason, messages: TrustMessages, formats: Formats): string {
  const { code, value, limit } = reason;
  if (!isTrustCode(code)) return reason.message;
  const unit: TrustUnit = trustUnits[code];
  const text = messages.text[code];
  if (unit === 'none' || value === null) return text;
  const bound = leastAsked.has(code) ? 'least' : 'most';
  return messages.withNumbers(
    text,
    writeIn(unit, value, formats),
    limit === null ? null : { bound, text: writeIn(unit, limit, formats) },
  );
}

function isTrustCode(code: string): code is TrustCode {
  return Object.hasOwn(trustUnits, code);
}

function writeIn(unit: Exclude<TrustUnit, 'none'>, value: number, formats: Formats): string {
  switch (unit) {
    case 'share':
      return formats.share(value);
    case 'micros':
      return formats.duration(value);
    case 'count':
      return formats.count(value);
    case 'decimal':
      return formats.requests(value);
  }
}
