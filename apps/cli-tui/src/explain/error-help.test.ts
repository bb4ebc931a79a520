import { exitCodes, KneepointError, type Result, usageError } from '@kneepoint/core';
import { displayWidth } from '@kneepoint/report';
import { buildResult, buildStage, buildTarget } from '@kneepoint/report/testing';
import { expect, test } from 'vitest';
import { errorLines } from '../run/error-lines.ts';
import { sayExit } from '../run/say-exit.ts';
import { keepingContext } from './testing/context.ts';
import { requestFailures, thrownErrors } from './testing/failures.ts';

const languages = ['en', 'ko', 'zh'] as const;
const golden = (name: string): string => new URL(`./__fixtures__/${name}`, import.meta.url).pathname;

type StageError = Result['stages'][number]['errors'][number];

function failedRun(error: StageError, reason = 'no request got an answer: it failed'): Result {
  const load = { loop: 'closed', users: 2, thinkTime: null } as const;
  const stage = buildStage(
    { target: 'vllm', load, tokensPerSecond: 0 },
    { errors: [error], status: 'failed' },
  );
  return { ...buildResult([stage], [buildTarget('vllm')]), exit: { code: exitCodes.resultInvalid, reason } };
}

test.each(languages)('what ends a command before it measures reads like help in %s', async (language) => {
  const texts: string[] = [];
  for (const [name, error] of Object.entries(thrownErrors)) {
    const { text, exitCode } = await errorLines(error, keepingContext(language).context);
    expect(exitCode).toBe(error.exitCode);
    texts.push(`# ${name}\n${text}`);
  }
  await expect(texts.join('\n')).toMatchFileSnapshot(golden(`thrown-errors.${language}.txt`));
});

test.each(languages)('what servers refuse reads like help in %s', async (language) => {
  const texts: string[] = [];
  for (const [name, error] of Object.entries(requestFailures)) {
    const { context, said } = keepingContext(language);
    expect(await sayExit(failedRun(error), context)).toBe(exitCodes.resultInvalid);
    texts.push(`# ${name}\n${said()}`);
  }
  await expect(texts.join('\n')).toMatchFileSnapshot(golden(`failed-requests.${language}.txt`));
});

test("the server's own sentence is quoted, not its JSON", async () => {
  const { context, said } = keepingContext('ko');
  const error = requestFailures['context too long (SGLang)'];
  if (error === undefined) throw new Error('the case is gone');
  await sayExit(failedRun(error), context);
  expect(said()).toContain(
    "The input (5009 tokens) is longer than the model's context length (4096 tokens).",
  );
  expect(said()).not.toContain('"object"');
});

test('with --quiet an error is its sentence and one line that helps', async () => {
  const error = usageError('output-exists', 'the file a.json exists already', 'choose another name');
  const { context } = keepingContext('en', ['bench', 'x', '--quiet']);
  expect((await errorLines(error, context)).text).toBe(
    'kneepoint: the file a.json exists already\n  choose another name\n',
  );
});

test('with --json an error is one line of JSON in English, whatever the language', async () => {
  const error = thrownErrors['connection refused'];
  for (const language of languages) {
    const { text } = await errorLines(error, keepingContext(language, ['bench', 'x', '--json']).context);
    expect(JSON.parse(text)).toEqual({
      error: { code: 'target-unreachable', message: 'nothing listens', hint: 'check it', exitCode: 3 },
    });
    expect(text.trimEnd()).not.toContain('\n');
  }
});

test.each(languages)(
  'on a terminal no line of %s is wider than it but what is to be copied',
  async (language) => {
    for (const columns of [60, 80]) {
      for (const error of Object.values(thrownErrors)) {
        const { text } = await errorLines(error, keepingContext(language, [], columns).context);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are looked for.
        const lines = text.replace(/\u001b\[\d+m/g, '').split('\n');
        for (const line of lines.filter((one) => !/^ +(?:\S+ +)?\$ /.test(one)))
          expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
      }
    }
  },
);

test('words of a server can neither move the cursor nor end a line', async () => {
  const { context, said } = keepingContext('en');
  await sayExit(
    failedRun({
      class: 'http-status',
      detail: '400',
      count: 1,
      sample: '{"message":"\\u001b[2J"}\u001b[2Jred\rx',
    }),
    context,
  );
  expect(said()).not.toContain('\u001b');
  expect(said()).not.toContain('\r');
});

test('an error that nobody wrote help for keeps its sentence and hint', async () => {
  const error = usageError('some-code', 'something is odd', 'do another thing');
  for (const language of languages) {
    const { text } = await errorLines(error, keepingContext(language).context);
    expect(text).toContain('something is odd');
    expect(text).toContain('do another thing');
  }
});

test('a log of a server that did not start leads to the entry of the doctor', async () => {
  const error = new KneepointError('the server vllm ended before it was ready', {
    code: 'server-died',
    exitCode: exitCodes.targetUnreachable,
    hint: 'the end of the log of vllm:\n  | torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB',
  });
  const { text } = await errorLines(error, keepingContext('ko').context);
  expect(text).toContain('[cuda-out-of-memory]');
  expect(text).toContain('CUDA out of memory. Tried to allocate');
});
