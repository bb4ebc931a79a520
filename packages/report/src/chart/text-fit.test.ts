import { expect, test } from 'vitest';
import { displayWidth } from '../terminal/display-width.ts';
import { legendLines, shortName } from './text-fit.ts';

test('a short name stays', () => {
  expect(shortName('sglang-0.5.23')).toBe('sglang-0.5.23');
});

test('long names that differ at their ends still differ when they are cut', () => {
  const one = shortName('qwen3-8b-instruct-on-vllm-with-graphs');
  const other = shortName('qwen3-8b-instruct-on-vllm-eager');
  expect(one).not.toBe(other);
  expect(displayWidth(one)).toBeLessThanOrEqual(24);
});

test.each(['서울 연구소 추론 서버 가나다라마바사', '北京推理服务器一号集群甲乙丙丁戊'])(
  '%s is cut by its width, not its length',
  (name) => {
    expect(displayWidth(shortName(name))).toBeLessThanOrEqual(24);
  },
);

test('statements share a line where they fit, and the first begins with a capital', () => {
  expect(legendLines(['marks are measured', 'hollow is invalid'], 400)).toEqual([
    'Marks are measured · hollow is invalid',
  ]);
  expect(legendLines(['marks are measured', 'hollow is invalid'], 200)).toEqual([
    'Marks are measured',
    'hollow is invalid',
  ]);
});

test('a statement that is too long is broken at its spaces', () => {
  for (const line of legendLines(['one two three four five six seven eight nine ten'], 120)) {
    expect(line.length).toBeLessThanOrEqual(17);
  }
});
