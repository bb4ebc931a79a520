import { expect, test } from 'vitest';
import { csvFields } from './csv-fields.ts';

test.each<readonly [string, readonly string[] | null]>([
  ['a,b,,c', ['a', 'b', '', 'c']],
  [' a , b', ['a', 'b']],
  ['', ['']],
  ['"a, b",c', ['a, b', 'c']],
  ['"say ""hi""",2', ['say "hi"', '2']],
  ['"",x,', ['', 'x', '']],
  [' "a" , "b" ', ['a', 'b']],
  ['"a', null],
  ['"a"b,c', null],
  ['a"b,c', null],
])('the line %j has the fields %j', (line, fields) => {
  expect(csvFields(line)).toEqual(fields);
});
