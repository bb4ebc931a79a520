import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCompose } from './compose-text.ts';
import { printDockerRun } from './print-docker-run.ts';
import { shellQuote } from './shell-text.ts';
import { anyText, plainArgument } from './testing/arbitrary-text.ts';
import { fullDocker, planOf } from './testing/written-plan.ts';

const textOf = (target: Readonly<Record<string, unknown>>): string => {
  const [first] = planOf([{ name: 'a', url: 'http://127.0.0.1:8001', ...target }]).targets;
  return first === undefined ? '' : printDockerRun(first);
};

const environment = { PATH: process.env['PATH'], HOME: '/home/me', HF_TOKEN: "se'cr$et value" };

/** What a program gets when a real shell runs the text: the program is a function that prints its arguments. */
function wordsOf(program: string, text: string): readonly string[] {
  const script = `${program}() { printf '%s\\0' "$@"; }\n${text}`;
  return execFileSync('sh', ['-c', script], { env: environment }).toString().split('\0').slice(0, -1);
}

test('a quoted text is read back by a shell as it was', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
      const command = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
      expect(execFileSync('sh', ['-c', command]).toString()).toBe(texts.map((text) => `${text}\0`).join(''));
    }),
    { numRuns: 60 },
  );
});

test('docker run gets every argument, variable and folder as the plan has it', () => {
  fc.assert(
    fc.property(fc.array(plainArgument, { maxLength: 4 }), anyText, (args, value) => {
      const docker = {
        image: 'me/img:1',
        network: 'host',
        args,
        env: { PLAIN: value },
        entrypoint: ['/bin/x', value],
      };
      const words = wordsOf('docker', textOf({ deploy: { docker } }));
      expect(words.slice(words.indexOf('me/img:1'))).toEqual(['me/img:1', value, ...args]);
      expect(words[words.indexOf('--env') + 1]).toBe(`PLAIN=${value}`);
    }),
    { numRuns: 60 },
  );
});

test('a process gets every argument and variable as the plan has it', () => {
  fc.assert(
    fc.property(fc.array(plainArgument, { maxLength: 4 }), anyText, (args, value) => {
      const text = textOf({ deploy: { process: { command: ['serve', ...args], env: { PLAIN: value } } } });
      expect(wordsOf('env', text)).toEqual([`PLAIN=${value}`, 'serve', ...args]);
    }),
    { numRuns: 60 },
  );
});

test('docker run says everything that a plan can say, and no secret', () => {
  const text = textOf({ deploy: { docker: fullDocker } });
  expect(text).toMatchInlineSnapshot(`
    "# a, answers at http://127.0.0.1:8001
    docker run --detach \\
      --name a \\
      --pull always \\
      --gpus '"device=0,1"' \\
      --publish 127.0.0.1:8001:8000 \\
      --ipc private \\
      --shm-size 17179869184 \\
      --env HF_TOKEN \\
      --env OTHER="$HF_TOKEN" \\
      --env 'PRICE=$5' \\
      --env SWITCH=on \\
      --volume "$HOME"/.cache/huggingface:/root/.cache/huggingface \\
      --volume /models:/models:ro \\
      --health-cmd 'curl -f http://localhost:8000/health' \\
      --health-interval 5s \\
      --health-retries 3 \\
      --stop-timeout 2 \\
      --entrypoint vllm \\
      vllm/vllm-openai:v0.11.0 \\
      serve --model Qwen/Qwen3-8B --api-key "$HF_TOKEN"
    "
  `);
  expect(wordsOf('docker', text)).toEqual(
    expect.arrayContaining([
      '/home/me/.cache/huggingface:/root/.cache/huggingface',
      "OTHER=se'cr$et value",
      "se'cr$et value",
    ]),
  );
});

test('a process is a command with its folder, and no secret', () => {
  const env = { HF_TOKEN: { fromEnv: 'HF_TOKEN' }, OMP_NUM_THREADS: 1 };
  const command = ['~/venv/bin/vllm', 'serve', 'my model'];
  const text = textOf({ deploy: { process: { command, env, workingDirectory: '~/my work' } } });
  expect(text).toMatchInlineSnapshot(`
    "# a, answers at http://127.0.0.1:8001; a process of the host
    cd -- "$HOME"'/my work' &&
    env \\
      HF_TOKEN="$HF_TOKEN" \\
      OMP_NUM_THREADS=1 \\
      "$HOME"/venv/bin/vllm serve 'my model'
    "
  `);
});

test('a server that already runs has nothing to start', () => {
  expect(textOf({})).toBe('# a already runs at http://127.0.0.1:8001; nothing is started\n');
});

test('no address of a plan ends the comment that it stands in', () => {
  const url = 'http://127.0.0.1:1/\nrm -rf x';
  expect(textOf({ url })).toBe('# a already runs at http://127.0.0.1:1/rm-rfx; nothing is started\n');
  expect(printCompose(planOf([{ name: 'a', url }]))).toBe(
    '# a already runs at http://127.0.0.1:1/rm-rfx\nservices: {}\n',
  );
});
