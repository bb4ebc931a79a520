import type { Offered } from './offered.ts';

const codes = ['en', 'ko', 'zh'] as const;
const documents = ['markdown', 'html'] as const;

/** All values of flags that the command reads itself; those that commander refuses are known from the flags. */
const ofFlags: Readonly<Record<string, readonly string[]>> = {
  '--annotations': ['github'],
  '--api': [
    'openai-chat',
    'openai-completions',
    'openai-responses',
    'sglang-generate',
    'llama-cpp',
    'tgi',
    'ollama-chat',
    'ollama-generate',
  ],
  '--arrivals': ['constant', 'poisson', 'gamma'],
  '--at-cap': ['drop', 'late'],
  '--dataset-format': ['sharegpt', 'openai-jsonl', 'prompt-jsonl', 'text'],
  '--salt': ['on', 'off'],
  '--severity': ['error', 'warning', 'note'],
  '--trace-format': ['mooncake', 'azure', 'burstgpt', 'timestamps'],
  '--vary': ['users', 'rate'],
};

/** Values that are known beside others that are not. */
const someOfFlags: Readonly<Record<string, readonly string[]>> = {
  '--language': codes,
  '--warmup': ['steady'],
  '--workers': ['auto'],
};

/** Where the same flag takes other values. */
const ofCommands: Readonly<Record<string, readonly string[]>> = {
  'compare --format': documents,
  'report --format': [...documents, 'json', 'terminal'],
};

/** The values of a flag that are known; `null` where none is. */
export function knownValues(path: readonly string[], long: string): readonly string[] | null {
  return ofCommands[[...path, long].join(' ')] ?? closedValues(path, long) ?? someOfFlags[long] ?? null;
}

/** All values of a flag, of which it takes exactly one; `null` where there are others, or lists of them. */
export const closedValues = (path: readonly string[], long: string): readonly string[] | null =>
  path[0] === 'sim' ? null : (ofFlags[long] ?? null);

/** What the arguments of a command are, in their order; the last one stands for all that follow. */
const ofArguments: Readonly<Record<string, readonly Offered[]>> = {
  audit: [{ kind: 'files' }],
  compare: [{ kind: 'plans' }],
  diff: [{ kind: 'runs', files: true }],
  doctor: [{ kind: 'plans' }],
  'history show': [{ kind: 'runs', files: false }],
  import: [{ kind: 'files' }],
  judge: [{ kind: 'files' }],
  report: [{ kind: 'files' }],
};

/** What the arguments of a command are. */
export const knownArguments = (path: readonly string[]): readonly Offered[] =>
  ofArguments[path.join(' ')] ?? [];

/** What a value is by its name in the help: `<file.json>`, `<folder>`. */
export function offeredByName(takes: string): Offered {
  if (/folder/.test(takes)) return { kind: 'folders' };
  if (/file|path|\.(?:json|xml|yaml)/.test(takes)) return { kind: 'files' };
  return { kind: 'anything' };
}
