import { expect, test } from 'vitest';
import type { WorkloadRequest } from '../workload/workload-request.ts';
import { FedPrompts } from './stage-requests.ts';

const request = (changes: Partial<WorkloadRequest> = {}): WorkloadRequest =>
  ({
    index: 3,
    text: 'estimated',
    systemText: null,
    history: [],
    intendedInputTokens: 40,
    ...changes,
  }) as unknown as WorkloadRequest;

function fed(index: number): FedPrompts {
  const prompts = new FedPrompts();
  prompts.expected = true;
  prompts.take([{ index, systemText: null, text: 'exact' }]);
  return prompts;
}

test('a prompt that came in time is used once, and one that did not is counted once', () => {
  const prompts = fed(3);
  expect(prompts.applyTo(request()).text).toBe('exact');
  expect(prompts.missed).toBe(0);
  expect(prompts.applyTo(request()).text).toBe('estimated');
  expect(prompts.applyTo(request()).text).toBe('estimated');
  expect(prompts.missed).toBe(1);
});

test('a prompt that is shown beside its answer is the one that was sent', () => {
  const prompts = fed(3);
  prompts.keeps = true;
  expect(prompts.applyTo(request()).text).toBe('exact');
  expect(prompts.applyTo(request()).text).toBe('exact');
  expect(prompts.missed).toBe(0);
});

test('a text of its own length needs no tokenizer, so nothing of it is an estimate', () => {
  const prompts = fed(1);
  prompts.applyTo(request({ intendedInputTokens: null }));
  expect(prompts.missed).toBe(0);
  prompts.applyTo(request({ intendedInputTokens: null, systemText: 'of set length' }));
  expect(prompts.missed).toBe(1);
});
