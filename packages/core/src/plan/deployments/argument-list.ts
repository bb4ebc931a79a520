import { z } from 'zod';
import { type WrittenValue, writtenValueField } from './written-value.ts';

const secretFlag = /^--(?:api-key|hf-token|token|password)(?:=(.*))?$/s;

/** Arguments one by one, as the program gets them; no shell reads them. A key among them has to come from a variable. */
export const argumentsField = z.array(writtenValueField).superRefine((values, context) => {
  values.forEach((value, index) => {
    const flag = value.kind === 'text' ? secretFlag.exec(value.text) : null;
    if (flag === null) return;
    const given = flag[1] !== undefined;
    if (!given && values[index + 1]?.kind !== 'text') return;
    context.addIssue({
      code: 'custom',
      path: [given ? index : index + 1],
      message: 'is a secret in the plan; put it into an environment variable and write { fromEnv: NAME }',
    });
  });
});

/** The value of `--name VALUE` or `--name=VALUE`; the last one counts, as the engines read it. `null` where there is none. */
export function argumentValue(values: readonly WrittenValue[], name: string): string | null {
  const texts = values.map((value) => (value.kind === 'text' ? value.text : null));
  let found: string | null = null;
  texts.forEach((text, index) => {
    if (text === name) found = texts[index + 1] ?? found;
    if (text?.startsWith(`${name}=`) === true) found = text.slice(name.length + 1);
  });
  return found;
}
