import { parsed, refused } from '../parsed.ts';
import { writtenField } from '../written-field.ts';

const units: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
const expected = 'a size, such as 16g';

/** A size in bytes, as container engines write it: `512m`, `16g`, `16GiB`; a k is 1,024. */
export const byteSizeField = writtenField<number>({
  expected,
  number: (value) =>
    Number.isSafeInteger(value) && value > 0
      ? parsed(value)
      : refused(`must be a whole number of bytes above zero, or ${expected}, not ${value}`),
  text: (text) => {
    const match = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])(?:i?b)?|b)?$/i.exec(text.trim());
    const bytes = Math.round(Number(match?.[1]) * (units[match?.[2]?.toLowerCase() ?? ''] ?? 1));
    return match !== null && bytes > 0 ? parsed(bytes) : refused(`must be ${expected}, not "${text}"`);
  },
});
