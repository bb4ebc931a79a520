import { readSize } from '../../units/read-size.ts';
import { parsed, refused } from '../parsed.ts';
import { writtenField } from '../written-field.ts';

const expected = 'a size, such as 16g';

/** A size in bytes above zero, as `readSize` takes it. */
export const byteSizeField = writtenField<number>({
  expected,
  number: (value) =>
    Number.isSafeInteger(value) && value > 0
      ? parsed(value)
      : refused(`must be a whole number of bytes above zero, or ${expected}, not ${value}`),
  text: (text) => {
    const size = readSize(text);
    if (!size.ok) return refused(`must be ${expected}: ${size.problem}`);
    return size.value > 0 ? parsed(size.value) : refused(`must be more than zero bytes, not "${text}"`);
  },
});
