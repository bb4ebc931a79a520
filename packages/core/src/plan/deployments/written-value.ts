import { z } from 'zod';
import { parsed, refused } from '../parsed.ts';
import { writtenField } from '../written-field.ts';

/** A text of the plan itself, or the name of an environment variable whose value is read when the deployment starts. */
export type WrittenValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'environment'; readonly name: string };

/** What the name of an environment variable looks like. */
export const variableName = /^[A-Za-z_]\w*$/;

const expected = 'a text, a number or { fromEnv: NAME }';

const fromEnvironment = z
  .strictObject({
    fromEnv: z.string().refine((name) => variableName.test(name), {
      // The message does not quote it: it may be the secret itself.
      error: 'must be the name of an environment variable, not the value itself',
    }),
  })
  .transform(({ fromEnv }): WrittenValue => ({ kind: 'environment', name: fromEnv }));

const plain = (value: string): WrittenValue => ({ kind: 'text', text: value });

/** A value of an argument or an environment variable. Secrets stand in a plan by the name of their variable only. */
export const writtenValueField = writtenField<WrittenValue>({
  expected,
  number: (value) => parsed(plain(String(value))),
  text: (value) =>
    value.includes('\0')
      ? refused('holds a zero byte, which no argument or variable can hold')
      : looksLikeSecret(value)
        ? refused('looks like a secret; put it into an environment variable and write { fromEnv: NAME }')
        : parsed(plain(value)),
  block: fromEnvironment,
});

/** Whether a variable's name says that its value is a secret. */
export const namesSecret = (name: string): boolean =>
  /(?:^|_)(?:token|key|secret|password|passwd|credentials?)$/i.test(name);

/** Tokens of model hubs and API keys have known beginnings. */
const looksLikeSecret = (text: string): boolean => /^(?:hf_|sk-)[\w-]{16,}$/.test(text);
