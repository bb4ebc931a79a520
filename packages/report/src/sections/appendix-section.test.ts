import { dialectNames, type Target } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildTarget } from '../testing/index.ts';
import { testCommand } from './appendix-commands.ts';
import { appendixSection } from './appendix-section.ts';

const contextOf = (target: Target) => reportContext(buildResult([], [target]), catalogues.en);
const command = (changes: Partial<Target>): string | null => {
  const target = buildTarget('server', changes);
  return testCommand(contextOf(target), target);
};
const bodyOf = (text: string | null): unknown => JSON.parse(/--data '(.*)'$/s.exec(text ?? '')?.[1] ?? '');

test("SGLang's own path has its limit inside sampling_params, and no model", () => {
  const text = command({ engine: 'sglang', api: 'sglang-generate', url: 'http://127.0.0.1:8002' });
  expect(text).toContain('curl http://127.0.0.1:8002/generate');
  expect(bodyOf(text)).toEqual({ text: 'Hello', sampling_params: { max_new_tokens: 100 } });
});

test('an OpenAI path has max_tokens and the name of the model', () => {
  expect(bodyOf(command({ api: 'openai-completions' }))).toEqual({
    model: 'Qwen/Qwen3-8B',
    prompt: 'Hello',
    max_tokens: 100,
  });
});

test('a server that nobody asked is asked in its own way', () => {
  expect(command({ engine: 'sglang', api: null })).toContain('/generate');
  expect(command({ engine: 'vllm', api: null })).toContain('/v1/chat/completions');
});

test('an address that ends in /v1 does not get it twice', () => {
  expect(command({ url: 'https://host/v1/' })).toContain('curl https://host/v1/chat/completions');
});

test('a name with a quote stays one word of the shell', () => {
  expect(command({ model: "it's" })).toContain(`"model":"it'\\''s"`);
});

test('without an address or a model there is no command', () => {
  expect(command({ url: null })).toBeNull();
  expect(command({ model: null })).toBeNull();
  expect(command({ url: 'unix:/run/server.sock' })).toBeNull();
});

test.each(dialectNames)('%s is asked with a body that limits the answer', (api) => {
  expect(JSON.stringify(bodyOf(command({ api })))).toContain('100');
});

test('a simulated server has no quick start', () => {
  const titles = appendixSection(contextOf(buildTarget('sim', { simulated: true, engine: 'vllm' }))).flatMap(
    (block) => (block.kind === 'heading' ? [block.text] : []),
  );
  expect(titles).toEqual(['Appendix', 'Raw results']);
});
