import { displayWidth } from '@kneepoint/report';
import type { InitWords } from '../words/init-words.ts';
import type { Prompt } from './prompt.ts';

/** Whom to ask, and in which words. */
export type Asking = {
  readonly prompt: Pick<Prompt, 'question'>;
  readonly words: Pick<InitWords, 'oneNumber' | 'numbers'>;
};

/** A question with numbered answers. */
export type Choice<Value> = {
  readonly question: string;
  readonly answers: readonly { readonly value: Value; readonly text: string }[];
};

/** Asks until a number is given that there is; an empty line takes the usual one, counted from 1. */
export async function askOne<Value>(
  asking: Asking,
  choice: Choice<Value> & { readonly usual: number },
): Promise<Value> {
  const [value] = await askNumbers(asking, choice, { most: 1, usual: [choice.usual] });
  if (value === undefined) throw new Error('a question without answers');
  return value;
}

/** The same for several numbers, with commas or spaces between; an empty line takes the usual ones, or all. */
export function askSeveral<Value>(
  asking: Asking,
  choice: Choice<Value> & { readonly usual?: readonly number[] },
): Promise<readonly Value[]> {
  const all = choice.answers.map((_, index) => index + 1);
  return askNumbers(asking, choice, { most: all.length, usual: choice.usual ?? all });
}

/** Asks for a text until `problem` finds nothing wrong; an empty line takes the usual one. */
export async function askText(
  { prompt }: Asking,
  question: string,
  {
    usual,
    problem,
  }: { readonly usual: string; readonly problem: (text: string) => string | null | Promise<string | null> },
): Promise<string> {
  let wrong = '';
  for (;;) {
    const said = (await prompt.question(`${wrong}\n${question} [${usual}] `)).trim();
    const text = said === '' ? usual : said;
    const found = await problem(text);
    if (found === null) return text;
    wrong = `${found}\n`;
  }
}

async function askNumbers<Value>(
  { prompt, words }: Asking,
  { question, answers }: Choice<Value>,
  { most, usual }: { readonly most: number; readonly usual: readonly number[] },
): Promise<readonly Value[]> {
  const list = numbered(answers.map(({ text }) => text));
  let problem = '';
  for (;;) {
    const said = await prompt.question(`${problem}\n${question}\n${list}[${usual.join(', ')}] `);
    const numbers = said.trim() === '' ? usual : wordsOfLine(said).map(Number);
    const chosen = numbers.flatMap((number) => answers[number - 1] ?? []);
    if (chosen.length === numbers.length && chosen.length >= 1 && chosen.length <= most)
      return [...new Set(chosen)].map(({ value }) => value);
    problem = `${most === 1 ? words.oneNumber(answers.length) : words.numbers(answers.length)}\n`;
  }
}

/** The answers, each with its number in front. */
export function numbered(texts: readonly string[]): string {
  const width = displayWidth(String(texts.length));
  return texts.map((text, index) => `  ${String(index + 1).padStart(width)}  ${text}\n`).join('');
}

/** What was typed, by commas or spaces. */
export const wordsOfLine = (line: string): readonly string[] =>
  line
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
