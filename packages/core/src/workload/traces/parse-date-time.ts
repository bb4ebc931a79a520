import { maximumSeconds } from './trace-row.ts';

const dateTime = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))?$/;

/** The rule of a date and time, for messages. */
export const dateTimeRule = 'a date and time such as 2023-11-16 18:15:46.6805900';

/**
 * A date and time as whole microseconds since 1970, UTC unless it names its offset; `null` for anything else, also for a
 * 30th of February. The fraction never passes a Date, which would cut it to milliseconds.
 */
export function parseDateTime(text: string): number | null {
  const [, date, time, fraction = '', sign, hours, minutes] = dateTime.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const wholeSeconds = `${date}T${time}`;
  const millis = Date.parse(`${wholeSeconds}Z`);
  // A Date rolls a day or an hour that does not exist over into the next one.
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 19) !== wholeSeconds) return null;
  const offsetMinutes = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const offsetMicros = (sign === '-' ? -offsetMinutes : offsetMinutes) * 60_000_000;
  const nanos = Number(fraction.padEnd(9, '0'));
  const micros = millis * 1000 - offsetMicros + Math.round(nanos / 1000);
  return micros >= 0 && micros <= maximumSeconds * 1_000_000 ? micros : null;
}
