import { expect, test } from 'vitest';
import { allExtensions, plainOpenAi } from '../transport/dialects/dialect.ts';
import type { DiscoveredTarget } from './discover-target.ts';
import { refusesExtensions, withPlainBody } from './extension-refusal.ts';
import type { StageOutcome } from './load-worker-protocol.ts';

const target = {
  target: { notes: ['first'] },
  access: { extensions: allExtensions },
} as unknown as DiscoveredTarget;

function outcome(detail: string, sample: string, completed = 0): StageOutcome {
  const errors = [{ class: 'http-status', detail, count: 20, sample }];
  return { measurement: { errors, counts: { completed } } } as unknown as StageOutcome;
}

test.each([
  ['400', 'Unrecognized request argument supplied: ignore_eos'],
  ['422', '[{"type":"extra_forbidden","loc":["body","min_tokens"],"msg":"Extra inputs are not permitted"}]'],
  ['400', "Unknown parameter: 'stream_options.continuous_usage_stats'."],
])('a stage refused with %s for "%s" is asked again without the extensions', (detail, sample) => {
  expect(refusesExtensions(target, outcome(detail, sample))).toBe(true);
});

test.each([
  ['404', 'The model `x` does not exist; ignore_eos', 0],
  ['400', 'the prompt is empty', 0],
  ['400', 'ignore_eos', 3],
])('%s "%s" with %i answers is no refusal of the extensions', (detail, sample, completed) => {
  expect(refusesExtensions(target, outcome(detail, sample, completed))).toBe(false);
});

test('a target asked with plain fields says so, and is not asked a third time', () => {
  const plain = withPlainBody(target, outcome('400', 'no ignore_eos here'));
  expect(plain.access.extensions).toBe(plainOpenAi);
  expect(plain.target.notes).toEqual(['first', expect.stringContaining('no ignore_eos here')]);
  expect(refusesExtensions(plain, outcome('400', 'ignore_eos'))).toBe(false);
});
