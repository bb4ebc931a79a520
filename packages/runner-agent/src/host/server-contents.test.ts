import { expect, test } from 'vitest';
import { modelOf } from './server-contents.ts';

test.each([
  [['vllm', 'serve', 'Qwen/Qwen3-8B', '--port', '8001'], 'Qwen/Qwen3-8B'],
  [['python', '-m', 'sglang.launch_server', '--model-path', './tiny'], './tiny'],
  [['--model', 'Qwen/Qwen3-8B'], 'Qwen/Qwen3-8B'],
  [['server', '--model=a/b'], 'a/b'],
  [['serve', '--port', '1'], null],
  [['python', 'server.py'], null],
])('the model of %j is %s', (command, model) => {
  expect(modelOf(command)).toBe(model);
});
