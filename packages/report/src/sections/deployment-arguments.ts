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
