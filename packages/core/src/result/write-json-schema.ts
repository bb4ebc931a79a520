import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { resultSchema } from './result-file.ts';

/** Where the JSON Schema of the result file lies, beside the zod schema that it is made from. */
export const jsonSchemaFile = new URL('./kneepoint.result.schema.json', import.meta.url);

/** The JSON Schema (2020-12) of the result file, as text. */
export function resultJsonSchema(): string {
  const schema = {
    title: 'A result of Kneepoint',
    ...z.toJSONSchema(resultSchema, { target: 'draft-2020-12', reused: 'ref' }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The JSON Schema as it was last written. */
export const committedJsonSchema = (): string => readFileSync(jsonSchemaFile, 'utf8');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(jsonSchemaFile, resultJsonSchema());
