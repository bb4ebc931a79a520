import { expect, test } from 'vitest';
import { logPatternProblem } from './log-pattern.ts';

test.each([
  'CUDA out of memory',
  '^Traceback',
  '(?:Errno 98|Errno 13)',
  '[Aa]ddress already in use',
  'World size \\([0-9]{1,4}\\) is larger',
  'Capture (?:frozen-KV MTP )?cuda graph failed',
])('%s may be used', (pattern) => {
  expect(logPatternProblem(pattern)).toBeNull();
});

test.each([
  ['CUDA.*memory', 'without a bound'],
  ['CUDA error: \\w+', 'without a bound'],
  ['CUDA error: .{3,}', 'without a bound'],
  ['CUDA (?:very ){0,40}bad', 'repeats a group'],
  ['CUDA .{0,4000}bad', 'more than 200'],
  ['CUDA(?= error)', 'looks around'],
  ['(CUDA)--- \\1', 'refers back'],
  ['.{0,80}CUDA', 'must start'],
  ['(?:CUDA error|E) here', 'must start'],
  ['CUDA (', 'Invalid regular expression'],
])('%s may not', (pattern, why) => {
  expect(logPatternProblem(pattern)).toContain(why);
});
