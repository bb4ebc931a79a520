import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newFolder, runKneepoint } from './support/run-kneepoint.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const reference = `${examples}reference-report/output/result.json`;
const ours = `${examples}vllm-vs-sglang-cpu/output/result.json`;
const audit = (...words: readonly string[]) => runKneepoint(['audit', ...words]);

test('the reference report has six errors in its sentences, and exit code 4', async () => {
  const { code, stdout, stderr } = await audit(reference);
  expect(stderr).toBe('');
  expect(stdout).toContain('12.53 tok/s');
  expect(stdout).toContain('about 34 s are something else');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^6 errors, 7 warnings, 3 notes; \d+ rules\.$/);
  expect(code).toBe(4);
});

test('its document and its mapping say the same as the imported result', async () => {
  const document = `${examples}reference-report/report.ko.md`;
  const mapping = `${examples}reference-report/mapping.yaml`;
  const [imported, read] = await Promise.all([
    audit(reference, '--json'),
    audit(document, '--mapping', mapping, '--json'),
  ]);
  expect(JSON.parse(read.stdout)).toEqual(JSON.parse(imported.stdout));
});

test('a result of our own has no error; one repeat of everything is a warning that --severity error passes', async () => {
  const warned = await audit(ours);
  expect(warned.stdout).toContain('0 errors, 1 warning');
  expect(warned.code).toBe(4);
  expect((await audit(ours, '--severity', 'error')).code).toBe(0);
});

test('notes pass by default and fail where they are asked to', async () => {
  const file = join(newFolder(), 'vllm.json');
  writeFileSync(file, JSON.stringify(vllmBench));
  const usual = await audit(file, '--quiet');
  expect(usual.stdout).toContain('0 errors, 0 warnings');
  expect(usual.code).toBe(0);
  expect((await audit(file, '--severity', 'note')).code).toBe(4);
});

test('another tool prints p99 of 48 requests', async () => {
  const file = join(newFolder(), 'vllm.json');
  const few = { ...vllmBench, completed: 48, p99_ttft_ms: 90, num_prompts: 48 };
  writeFileSync(file, JSON.stringify({ ...few, total_input_tokens: 4800, total_output_tokens: 6144 }));
  const { stdout } = await audit(file, '--quiet');
  expect(stdout).toContain('percentile-without-samples');
});

test('Korean and Chinese say it in their own words, and --quiet the sentences only', async () => {
  const korean = await audit(reference, '--language', 'ko', '--quiet');
  expect(korean.stdout.replace(/\s+/g, ' ')).toContain('나머지 약 34초');
  expect(korean.stdout).not.toContain('이유:');
  const chinese = await audit(reference, '--language', 'zh');
  expect(chinese.stdout.replace(/\n\s+/g, '')).toContain('其余约 34 s');
  expect(chinese.stdout).toContain('为何重要：');
});

test('JSON has codes, evidence and words', async () => {
  const { stdout, code } = await audit(reference, '--json', '--language', 'zh');
  const json = JSON.parse(stdout);
  expect(json).toMatchObject({ language: 'zh', counts: { error: 6, warning: 7, note: 3 } });
  expect(json.findings[0]).toMatchObject({
    code: 'single-user-slower-than-shared',
    severity: 'error',
    evidence: { singleTokensPerSecond: 12.53 },
  });
  expect(code).toBe(4);
});

test('what cannot be read is exit code 2 with a reason and a hint', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'cut.json'), readFileSync(reference, 'utf8').slice(0, 5000));
  writeFileSync(join(folder, 'text.md'), '# Report\n');
  writeFileSync(join(folder, 'other.json'), '{"hello": 1}');
  for (const name of ['gone.json', 'cut.json', 'text.md', 'other.json']) {
    const { code, stdout, stderr } = await audit(join(folder, name));
    expect([name, code, stdout]).toEqual([name, 2, '']);
    expect(stderr).toMatch(/^kneepoint: .+\n(?: {2,}\S.+\n)+$/);
  }
});

test('a wrong severity or language is exit code 2 and names what there is', async () => {
  const severity = await audit(reference, '--severity', 'fatal');
  expect([severity.code, severity.stderr]).toEqual([2, expect.stringContaining('warning')]);
  const language = await audit(reference, '--language', 'fr');
  expect([language.code, language.stderr]).toEqual([2, expect.stringContaining('zh')]);
});

/** What `vllm bench serve` writes, of 500 requests of one length, as the product reads it. */
const vllmBench = {
  date: '20261124-031235',
  endpoint_type: 'openai',
  backend: 'openai',
  label: null,
  model_id: 'Qwen/Qwen3-8B',
  tokenizer_id: 'Qwen/Qwen3-8B',
  num_prompts: 500,
  request_rate: 'inf',
  burstiness: 1.0,
  max_concurrency: 8,
  duration: 100,
  completed: 500,
  failed: 0,
  total_input_tokens: 50_000,
  total_output_tokens: 64_000,
  request_throughput: 5,
  output_throughput: 640,
  total_token_throughput: 1140,
  mean_ttft_ms: 66.9,
  median_ttft_ms: 67.7,
  std_ttft_ms: 4.2,
  mean_tpot_ms: 12.1,
  median_tpot_ms: 12,
  std_tpot_ms: 0.1,
  mean_itl_ms: 12.1,
  median_itl_ms: 12,
  std_itl_ms: 0.5,
};
