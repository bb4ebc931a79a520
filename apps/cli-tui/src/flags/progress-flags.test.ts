import { expect, test } from 'vitest';
import { type ProgressPlace, progressMode } from './progress-flags.ts';

const terminal: ProgressPlace = {
  stderrIsTerminal: true,
  stdinIsTerminal: true,
  terminal: 'xterm-256color',
  isForeground: () => true,
};

test('on a terminal progress is a screen', () => {
  expect(progressMode({}, terminal)).toBe('screen');
  expect(progressMode({ progress: 'auto' }, terminal)).toBe('screen');
});

const lacking: readonly (readonly [string, Partial<ProgressPlace>, string])[] = [
  ['stderr is no terminal', { stderrIsTerminal: false }, 'stderr is none'],
  ['stdin is no terminal', { stdinIsTerminal: false }, 'stdin is none'],
  ['the terminal is dumb', { terminal: 'dumb' }, 'TERM is dumb'],
];

test.each(lacking)('where %s progress is a line, and a screen is refused in one sentence', (_, lack, why) => {
  const place = { ...terminal, ...lack };
  expect(progressMode({}, place)).toBe('line');
  expect(() => progressMode({ progress: 'screen' }, place)).toThrow(
    expect.objectContaining({ exitCode: 2, code: 'no-terminal', message: expect.stringContaining(why) }),
  );
});

test('in the background of a shell progress is a line', () => {
  expect(progressMode({}, { ...terminal, isForeground: () => false })).toBe('line');
});

test.each(['line', 'json', 'none', 'screen'] as const)('what is asked for is done: %s', (progress) => {
  expect(progressMode({ progress }, terminal)).toBe(progress);
});

test('--quiet is no progress, whatever else is asked', () => {
  expect(progressMode({ quiet: true }, terminal)).toBe('none');
  expect(progressMode({ quiet: true, progress: 'json' }, terminal)).toBe('none');
});

test('an unknown way names the nearest', () => {
  expect(() => progressMode({ progress: 'jsn' }, terminal)).toThrow(
    expect.objectContaining({ exitCode: 2, hint: expect.stringContaining('json') }),
  );
});
