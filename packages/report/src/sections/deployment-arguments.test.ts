import { workaroundOf } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { argumentOf, commandArguments } from './deployment-arguments.ts';

test('the program stands in one row, then each flag with its value', () => {
  const command = ['./python', '-m', 'vllm', 'serve', './m', '--port', '8001', '--enforce-eager', '--a=b=c'];
  expect(commandArguments(command)).toEqual([
    { name: './python -m vllm serve ./m', value: '' },
    { name: '--port', value: '8001' },
    { name: '--enforce-eager', value: '' },
    { name: '--a', value: 'b=c' },
  ]);
});

test('a negative number is a value, and a word between flags stands alone', () => {
  expect(commandArguments(['--seed', '-1', 'extra', '--x'])).toEqual([
    { name: '--seed', value: '-1' },
    { name: 'extra', value: '' },
    { name: '--x', value: '' },
  ]);
});

test('a flag that is not given has no value', () => {
  expect(argumentOf(['--dtype', 'float16'], '--dtype')).toBe('float16');
  expect(argumentOf(['--dtype', 'float16'], '--port')).toBeNull();
  expect(argumentOf([], '--port')).toBeNull();
});

test.each([
  ['--enforce-eager', '', 'no-cuda-graphs'],
  ['--cuda-graph-backend-decode', 'disabled', 'no-cuda-graphs'],
  ['--cuda-graph-backend-decode', 'full', null],
  ['--attention-backend', 'torch_native', 'attention-backend'],
  ['--load-format', 'dummy', 'random-weights'],
  ['--load-format', 'safetensors', null],
  ['--disable-radix-cache', '', 'no-prefix-cache'],
  ['--port', '8000', null],
])('%s %s is remarked on as %s', (name, value, expected) => {
  expect(workaroundOf(name, value)).toBe(expected);
});
