import type { Target } from '../../result/result-file.ts';

/** Arguments that work around something, or switch off what the engine does by default. */
const workaroundArguments: readonly { readonly name: RegExp; readonly value?: RegExp }[] = [
  { name: /^--(?:enforce-eager|disable-cuda-graph)$/ },
  { name: /^--cuda-graph-backend-(?:decode|prefill)$/, value: /^disabled$/ },
  { name: /^--(?:prefill-|decode-)?attention-backend$/ },
  { name: /^--disable-flashinfer/ },
  { name: /^--disable-custom-all-reduce$/ },
  { name: /^--disable-overlap-schedule$/ },
  { name: /^--skip-server-warmup$/ },
  { name: /^--(?:no-enable-prefix-caching|disable-radix-cache)$/ },
  { name: /^--load-format$/, value: /^dummy$/ },
];

/** The workarounds among the arguments that a target was started with, as written; `null` where the command is not known. */
export function workaroundsOf({ engine, deployment }: Target): string[] | null {
  if (deployment === null || engine === 'other') return null;
  const { command } = deployment;
  return command.filter((word, index) => {
    // A flag has its value behind an equals sign, or in the next word.
    const [name = '', joined] = word.split('=', 2);
    const value = joined ?? command[index + 1] ?? '';
    return workaroundArguments.some(
      (argument) => argument.name.test(name) && (argument.value?.test(value) ?? true),
    );
  });
}
