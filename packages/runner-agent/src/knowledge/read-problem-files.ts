import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type KnownProblem, knownProblemSchema } from './known-problem.ts';

/**
 * Reads every known problem of a folder, one YAML file each, in the order of their names. Throws one error that lists all
 * that is wrong with any of them. Used when they are embedded and by the test that they are up to date.
 */
export function readProblemFiles(folder: string): readonly KnownProblem[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const faults: string[] = [];
  const problems = names.sort().flatMap((name) => {
    const parsed = knownProblemSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
    if (!parsed.success) faults.push(`${name}: ${z.prettifyError(parsed.error)}`);
    else if (`${parsed.data.id}.yaml` !== name) faults.push(`${name}: its id is ${parsed.data.id}`);
    return parsed.success ? [parsed.data] : [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return problems;
}
