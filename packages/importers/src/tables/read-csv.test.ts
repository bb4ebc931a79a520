import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

test('quotes hold separators, quotes and line ends; a mark of the byte order and empty lines are passed over', () => {
  const table = readCsv(
    '\uFEFFusers,"a, tok/s",note\r\n1,"1,185.61","says ""so"""\r\n\r\n2,5,"two\nlines"\r\n',
  );
  expect(table.columns).toEqual(['users', 'a, tok/s', 'note']);
  expect(table.rows).toEqual([
    ['1', '1,185.61', 'says "so"'],
    ['2', '5', 'two lines'],
  ]);
});

test.each([[';'], ['\t']])('the separator %j is told by the first line', (separator) => {
  expect(readCsv(`a${separator}b\n1,5${separator}2`).rows).toEqual([['1,5', '2']]);
});
