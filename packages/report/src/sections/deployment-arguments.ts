import type { ArgumentCode } from '../catalogue/document-words.ts';

/** An argument of a command line with its value, as a reader of a table sees it. */
export type Argument = { readonly name: string; readonly value: string };

/** The program with what it is told first, in one row, then each flag with its value; other words stand alone. */
export function commandArguments(command: readonly string[]): Argument[] {
  const firstFlag = command.findIndex((word) => word.startsWith('--'));
  const start = firstFlag < 0 ? command.length : firstFlag;
  const program = command.slice(0, start).join(' ');
  const found: Argument[] = program === '' ? [] : [{ name: program, value: '' }];
  for (let index = start; index < command.length; index++) {
    const word = command[index] ?? '';
    const [, name, joined] = /^(--?[\w.-]+)=(.*)$/s.exec(word) ?? [];
    if (name !== undefined) found.push({ name, value: joined ?? '' });
    else if (word.startsWith('-')) {
      const next = command[index + 1];
      const hasValue = next !== undefined && (!next.startsWith('-') || /^-\d/.test(next));
      found.push({ name: word, value: hasValue ? next : '' });
      if (hasValue) index++;
    } else found.push({ name: word, value: '' });
  }
  return found;
}

/** The value of a flag in a command; `null` where it is not given. */
export function argumentOf(command: readonly string[], name: string): string | null {
  return commandArguments(command).find((argument) => argument.name === name)?.value ?? null;
}

type Rule = {
  readonly code: ArgumentCode;
  readonly name: RegExp;
  readonly value?: RegExp;
};

/** Arguments to remark on, whatever the engine. */
const rules: readonly Rule[] = [
  { code: 'no-cuda-graphs', name: /^--(?:enforce-eager|disable-cuda-graph)$/ },
  { code: 'no-cuda-graphs', name: /^--cuda-graph-backend-(?:decode|prefill)$/, value: /^disabled$/ },
  {
    code: 'attention-backend',
    name: /^--(?:attention-backend|prefill-attention-backend|decode-attention-backend)$/,
  },
  { code: 'no-flashinfer', name: /^--disable-flashinfer/ },
  { code: 'no-warm-up', name: /^--skip-server-warmup$/ },
  { code: 'random-weights', name: /^--load-format$/, value: /^dummy$/ },
  { code: 'no-prefix-cache', name: /^--(?:no-enable-prefix-caching|disable-radix-cache)$/ },
];

/** What there is to remark on an argument; `null` for an ordinary one. */
export function remarkOf({ name, value }: Argument): ArgumentCode | null {
  return (
    rules.find((rule) => rule.name.test(name) && (rule.value === undefined || rule.value.test(value)))
      ?.code ?? null
  );
}
