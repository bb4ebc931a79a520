import { readFile } from 'node:fs/promises';
import { usageError } from '../errors/kneepoint-error.ts';
import { type Result, resultSchema } from './result-file.ts';
import { resultSchemaName } from './result-schema-name.ts';
import { upgradeResult } from './upgrade-result.ts';

/** Reads a result file and checks it against the schema. Throws a usage error that names what is wrong and where. */
export async function readResultFile(path: string): Promise<Result> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw usageError(
      'result-unreadable',
      `the file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'give the path of a result file',
    );
  }
  return parseResult(text, path);
}

/** Checks a result's text; `source` names it in errors. */
export function parseResult(text: string, source: string): Result {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw usageError(
      'result-not-json',
      `${source} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      /^\s*\{\s*"schema":\s*"kneepoint/.test(text)
        ? 'it begins as a result file and ends too early: it was cut off, or is still being written'
        : 'give a result file written by kneepoint',
    );
  }
  refuseNewer(value, source);
  const parsed = resultSchema.safeParse(upgradeResult(value));
  if (parsed.success) return parsed.data;
  if (!saysSchema(value)) {
    throw usageError(
      'result-other',
      `${source} is not a result file: it does not say "schema": "${resultSchemaName}"`,
      'give a result file written by kneepoint',
    );
  }
  const problems = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw usageError(
    'result-invalid',
    `${source} is not a ${resultSchemaName} file: ${problems.join('; ')}`,
    'give a result file written by kneepoint',
  );
}

/** A file of a later format may look the same and mean something else: it is not read as far as it goes. */
function refuseNewer(value: unknown, source: string): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  const written = /^kneepoint\.result\/(\d+)$/.exec(String(value.schema))?.[1];
  const known = Number(resultSchemaName.split('/')[1]);
  if (written === undefined || Number(written) <= known) return;
  throw usageError(
    'result-newer',
    `${source} was written by a newer Kneepoint: it is ${String(value.schema)}, and this one reads ${resultSchemaName}`,
    'update kneepoint',
  );
}

const saysSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === resultSchemaName;
