import type { Interface } from 'node:readline/promises';

/** A question with numbered answers. */
export type Choice<Value> = {
  readonly question: string;
  readonly answers: readonly { readonly value: Value; readonly text: string }[];
  /** The number of the answer that an empty line gives, from 1. */
  readonly usual: number;
};

/** Asks until a number is given that there is; an empty line takes the usual one. */
export async function askOne<Value>(lines: Interface, choice: Choice<Value>): Promise<Value> {
  const [value] = await askNumbers(lines, choice, { most: 1, usual: [choice.usual] });
  if (value === undefined) throw new Error('a question without answers');
  return value;
}

/** The same for several numbers, with commas or spaces between; an empty line takes all. */
export function askSeveral<Value>(
  lines: Interface,
  choice: Omit<Choice<Value>, 'usual'>,
): Promise<readonly Value[]> {
  const all = choice.answers.map((_, index) => index + 1);
  return askNumbers(lines, choice, { most: all.length, usual: all });
}

async function askNumbers<Value>(
  lines: Interface,
  { question, answers }: Omit<Choice<Value>, 'usual'>,
  { most, usual }: { readonly most: number; readonly usual: readonly number[] },
): Promise<readonly Value[]> {
  const list = answers.map(({ text }, index) => `  ${index + 1}  ${text}\n`).join('');
  let problem = '';
  for (;;) {
    const said = await lines.question(`${problem}\n${question}\n${list}[${usual.join(', ')}] `);
    const numbers =
      said.trim() === ''
        ? usual
        : said
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    const chosen = numbers.flatMap((number) => answers[number - 1] ?? []);
    if (chosen.length === numbers.length && chosen.length >= 1 && chosen.length <= most)
      return [...new Set(chosen)].map(({ value }) => value);
    problem = `${most === 1 ? 'One number' : 'Numbers'} from 1 to ${answers.length}, please.\n`;
  }
}
