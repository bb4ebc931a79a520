import type { TrustReason } from './catalogue.ts';
import type { Formats } from './formats.ts';

/** The unit of a trust reason's value and limit, by its code. */
const trustUnits = {
  'client-busy': 'share',
  'event-loop-delay': 'micros',
  'start-lag': 'micros',
  'no-window': 'none',
  'too-few-requests': 'count',
  errors: 'share',
  'cold-start': 'ratio',
  'no-data': 'none',
  interrupted: 'none',
  'token-source-unknown': 'count',
  'short-window': 'micros',
  'shared-host': 'none',
  'concurrency-not-held': 'ratio',
  'token-count-mismatch': 'share',
} as const satisfies Record<string, 'share' | 'micros' | 'count' | 'ratio' | 'none'>;

export type TrustCode = keyof typeof trustUnits;

/** What a language says for each code; value and limit arrive written out, `null` when the result has none. */
export type TrustMessages = Record<TrustCode, (value: string | null, limit: string | null) => string>;

/** The reason in a language; a code that is not known prints its message as it is. */
export function trustText(reason: TrustReason, messages: TrustMessages, formats: Formats): string {
  if (!isTrustCode(reason.code)) return reason.message;
  const write = (value: number | null): string | null =>
    value === null || !isTrustCode(reason.code) ? null : writeIn(trustUnits[reason.code], value, formats);
  return messages[reason.code](write(reason.value), write(reason.limit));
}

function isTrustCode(code: string): code is TrustCode {
  return Object.hasOwn(trustUnits, code);
}

function writeIn(unit: (typeof trustUnits)[TrustCode], value: number, formats: Formats): string | null {
  switch (unit) {
    case 'share':
      return formats.share(value);
    case 'micros':
      return formats.duration(value);
    case 'count':
      return formats.count(value);
    case 'ratio':
      return formats.ratio(value);
    case 'none':
      return null;
  }
}
