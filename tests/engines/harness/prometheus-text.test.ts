import { expect, test } from 'vitest';
import { familyTotal, parsePrometheusText } from './prometheus-text.ts';

test('samples keep their name, labels and value', () => {
  const [sample] = parsePrometheusText('# HELP a words\na:b{le="0.5",model_name="Qwen/Qwen3-8B"} 2.5e+01\n');
  expect(sample?.name).toBe('a:b');
  expect([...(sample?.labels ?? [])]).toEqual([
    ['le', '0.5'],
    ['model_name', 'Qwen/Qwen3-8B'],
  ]);
  expect(sample?.value).toBe(25);
});

test('label values may hold escapes, braces and spaces', () => {
  const [sample] = parsePrometheusText('a{text="a \\"quoted\\" } \\\\ word\\n"} 1 1795488497520');
  expect(sample?.labels.get('text')).toBe('a "quoted" } \\ word\n');
});

test('infinite values are read', () => {
  expect(parsePrometheusText('a +Inf\nb -Inf').map((sample) => sample.value)).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
});

test('a family is summed over its label sets, and one that is absent is unknown', () => {
  const samples = parsePrometheusText('a{stream="true"} 2\na{stream="false"} 3\nab 7\n');
  expect(familyTotal(samples, 'a')).toBe(5);
  expect(familyTotal(samples, 'c')).toBeNull();
});

test('a line that is no sample is an error', () => {
  expect(() => parsePrometheusText('<html>')).toThrow('not a Prometheus sample');
});
