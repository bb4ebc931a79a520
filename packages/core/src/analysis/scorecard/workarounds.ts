import type { Target } from '../../result/result-file.ts';

/** What an argument works around, or switches off that the engine does by default. */
export const workaroundCodes = [
  'no-cuda-graphs',
  'attention-backend',
  'no-flashinfer',
  'no-custom-all-reduce',
  'no-overlap-schedule',
  'no-warm-up',
  'random-weights',
  'no-prefix-cache',
] as const;
export type WorkaroundCode = (typeof workaroundCodes)[number];

type Rule = { readonly code: WorkaroundCode; readonly name: RegExp; readonly value?: RegExp };

const rules: readonly Rule[] = [
  { code: 'no-cuda-graphs', name: /^--(?:enforce-eager|disable-cuda-graph)$/ },
  { code: 'no-cuda-graphs', name: /^--cuda-graph-backend-(?:decode|prefill)$/, value: /^disabled$/ },
  { code: 'attention-backend', name: /^--(?:prefill-|decode-)?attention-backend$/ },
  { code: 'no-flashinfer', name: /^--disable-flashinfer/ },
  { code: 'no-custom-all-reduce', name: /^--disable-custom-all-reduce$/ },
  { code: 'no-overlap-schedule', name: /^--disable-overlap-schedule$/ },
  { code: 'no-warm-up', name: /^--skip-server-warmup$/ },
  { code: 'no-prefix-cache', name: /^--(?:no-enable-prefix-caching|disable-radix-cache)$/ },
  { code: 'random-weights', name: /^--load-format$/, value: /^dummy$/ },
];

/** What an argument with its value works around; `null` for an ordinary one. */
export function workaroundOf(name: string, value: string): WorkaroundCode | null {
  return rules.find((rule) => rule.name.test(name) && (rule.value?.test(value) ?? true))?.code ?? null;
}

/** The workarounds among the arguments that a target was started with, as written; `null` where the command is not known. */
export function workaroundsOf({ engine, deployment }: Target): string[] | null {
  if (deployment === null || engine === 'other') return null;
  const { command } = deployment;
  return command.filter((word, index) => {
    // A flag has its value behind an equals sign, or in the next word.
    const [name = '', joined] = word.split('=', 2);
    return workaroundOf(name, joined ?? command[index + 1] ?? '') !== null;
  });
}
