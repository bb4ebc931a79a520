import { z } from 'zod';
import type { CommandRunner } from './command-runner.ts';
import { type Fact, known, unreadable } from './fact.ts';
import { findInterpreter } from './find-interpreter.ts';
import type { HostFiles } from './host-files.ts';

/** The packages whose versions decide what an engine does; others are left out. */
const packages = [
  'vllm',
  'sglang',
  'torch',
  'transformers',
  'tokenizers',
  'triton',
  'flashinfer-python',
  'flash-attn',
  'sgl-kernel',
  'sglang-kernel',
  'xformers',
  'numpy',
  'nvidia-nccl-cu12',
  'nvidia-nccl-cu13',
] as const;

/** Reads metadata alone: importing the engine would take tens of seconds and memory on the GPU. */
const script = `
import json, platform, sys
from importlib import metadata
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = metadata.version(name)
    except metadata.PackageNotFoundError:
        pass
print(json.dumps({"python": platform.python_version(), "implementation": platform.python_implementation(), "packages": found}))
`;

const answerSchema = z.strictObject({
  python: z.string(),
  implementation: z.string(),
  packages: z.record(z.string(), z.string()),
});

/** The Python of a deployment, with the versions of the packages that matter, by name. */
export type PythonFacts = {
  readonly python: Fact<string>;
  readonly packages: Fact<Readonly<Record<string, string>>>;
};

export type PythonQuestion = {
  /** The first word of the deployment's command. It must be one that the policy allows: it is run. */
  readonly firstWord: string;
  /** The deployment's environment; its PATH and what points Python elsewhere are handed on, nothing else. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const handedOn = [
  'PATH',
  'HOME',
  'PYTHONPATH',
  'PYTHONHOME',
  'VIRTUAL_ENV',
  'PYENV_VERSION',
  'LD_LIBRARY_PATH',
] as const;
const timeoutMillis = 30_000;
const source = 'python -c';

/** Asks the deployment's own interpreter, with a fixed script and without a shell. */
export async function readPythonEnvironment(
  files: HostFiles,
  run: CommandRunner,
  question: PythonQuestion,
): Promise<PythonFacts> {
  const interpreter = findInterpreter(files, question.firstWord, question.environment['PATH'] ?? '');
  if (interpreter.kind === 'unknown') return unknownPython(interpreter.reason);
  const environment = Object.fromEntries(
    handedOn.flatMap((name) => {
      const value = question.environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const output = await run(interpreter.file, ['-c', script, ...packages], { timeoutMillis, environment });
  if (output.kind === 'failed') return unknownPython(output.reason);
  const answer = parse(output.stdout);
  if (answer === null) return unknownPython('it printed something else than asked for');
  return {
    python: known(`${answer.implementation} ${answer.python}`, source),
    packages: known(answer.packages, source),
  };
}

/** The last line: a `sitecustomize` may print lines of its own before. */
function parse(stdout: string): z.infer<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } catch {
    return null;
  }
}

function unknownPython(reason: string): PythonFacts {
  return { python: unreadable(reason, source), packages: unreadable(reason, source) };
}
