import { expect, test } from 'vitest';
import { shownCommand } from './shown-command.ts';

const shown = (...words: string[]): string => shownCommand({ words, homeDirectory: '/home/minji' });

test('the values of headers stay out of the result', () => {
  expect(shown('bench', 'u', '--header', 'authorization: Bearer secret')).toBe(
    "kneepoint bench u --header 'authorization: ...'",
  );
  expect(shown('bench', 'u', '--header=x-key: secret')).toBe("kneepoint bench u '--header=x-key: ...'");
});

test('the home directory is written as ~', () => {
  expect(shown('compare', '/home/minji/plan.yaml', '--output=/home/minji/out')).toBe(
    'kneepoint compare ~/plan.yaml --output=~/out',
  );
});

test('words with spaces and quotes can be pasted again', () => {
  expect(shown('bench', 'u', '--prompt', "it's late")).toBe("kneepoint bench u --prompt 'it'\\''s late'");
});
