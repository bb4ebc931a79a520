import { z } from 'zod';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { entriesField } from './entries-field.ts';

/** A folder or file of the host that the container sees. */
export type VolumeMount = {
  /** Absolute, or from the home directory of whoever deploys: `~/...`. */
  readonly host: string;
  readonly container: string;
  readonly readOnly: boolean;
};

/** `volumes: { ~/.cache/huggingface: /root/.cache/huggingface }`, host first; `:ro` at the end makes it read-only. */
export const volumesField = entriesField({
  expected: "a block of folders, such as { ~/models: /models }, the host's first",
  key: readHostPath,
  value: z
    .string({ error: 'must be an absolute path inside the container' })
    .regex(/^\/[^:\0]*(?::r[ow])?$/, { error: 'must be an absolute path inside the container' }),
}).transform((entries): readonly VolumeMount[] =>
  entries.map(({ key, value }) => ({
    host: key,
    container: value.replace(/:r[ow]$/, ''),
    readOnly: value.endsWith(':ro'),
  })),
);

function readHostPath(text: string): Parsed<string> {
  if (!/^(?:\/|~$|~\/)/.test(text)) return refused('must be an absolute path of the host, or start with ~/');
  if (/[:\0]/.test(text)) return refused('holds a colon, which the container engine cannot mount');
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return refused('climbs out of its folder with ".."; write the path it leads to');
  if (parts.length === 0) return refused('would show the container the whole host; name a folder');
  return parsed(text);
}
