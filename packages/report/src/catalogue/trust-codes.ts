import { type TrustCode, trustCodes } from '@kneepoint/core';
import type { Formats } from './formats.ts';
import type { TrustReason } from './statement-parts.ts';

type TrustUnit = 'share' | 'micros' | 'count' | 'decimal' | 'none';

/** The unit of a trust reason's value and limit, by its code. */
const trustUnits: Record<TrustCode, TrustUnit> = {
  'client-busy': 'share',
  'event-loop-delay': 'micros',
  'reads-waited': 'micros',
  'garbage-collection': 'share',
  'connection-waits': 'share',
  'beyond-ceiling': 'count',
  'start-lag': 'micros',
  dropped: 'share',
  'no-data': 'none',
  'stage-failed': 'none',
  interrupted: 'none',
  errors: 'share',
  'no-window': 'none',
  'too-few-requests': 'none',
  'short-window': 'count',
  'concurrency-not-held': 'decimal',
  'cold-start': 'micros',
  'token-source-unknown': 'none',
  'not-steady': 'share',
  'over-saturated': 'share',
  'server-shared': 'none',
  'server-counts-fewer-requests': 'none',
  'server-counts-other-tokens': 'none',
  'client-not-watched': 'none',
};

/** Codes whose limit is the least that was asked for; the limit of all others is the most that is allowed. */
const leastAsked: ReadonlySet<TrustCode> = new Set([
  'short-window',
  'concurrency-not-held',
  'over-saturated',
]);

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
  return trustCodes.some((known) => known === code);
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
