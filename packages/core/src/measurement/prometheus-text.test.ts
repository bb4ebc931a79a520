import { expect, test } from 'vitest';
import { metricTotal, parsePrometheusText } from './prometheus-text.ts';

test('the text format: comments, escapes in labels, stamps, infinities, lines that are none', () => {
  const text = [
    '# HELP a_total something {x="y"} 5',
    'a_total{path="C:\\\\x",note="say \\"hi\\"}",line="a\\nb"} 1.5e3 1700000000',
    'a_total{} 2',
    'limit +Inf',
    'broken{ 5',
    'nothing',
    '',
  ].join('\n');
  expect(parsePrometheusText(text)).toEqual([
    { name: 'a_total', labels: { path: 'C:\\x', note: 'say "hi"}', line: 'a\nb' }, value: 1500 },
    { name: 'a_total', labels: {}, value: 2 },
    { name: 'limit', labels: {}, value: Number.POSITIVE_INFINITY },
  ]);
  expect(metricTotal(parsePrometheusText(text), 'a_total')).toBe(1502);
  expect(metricTotal(parsePrometheusText(text), 'b_total')).toBeNull();
});

test('metrics whose names begin otherwise are left out when a prefix is asked for', () => {
  const samples = parsePrometheusText('vllm:a 1\nprocess_b 2\nvllm:c{x="vllm:d"} 3\n', 'vllm:');
  expect(samples.map(({ name }) => name)).toEqual(['vllm:a', 'vllm:c']);
});
