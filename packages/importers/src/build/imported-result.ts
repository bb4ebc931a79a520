import { createHash } from 'node:crypto';
import {
  analyzeResult,
  type Environment,
  noAnalysis,
  type Result,
  type ResultSource,
  resultSchema,
  resultSchemaName,
  type Stage,
  type Target,
  usageError,
} from '@kneepoint/core';

/** Who imports, and how it was asked for. */
export type ImportIdentity = {
  readonly createdAt: string;
  readonly tool: Result['tool'];
  readonly command: string;
};

/** What an import has found. */
export type ImportedParts = {
  readonly name: string;
  /** Texts of everything that was read: the same ones give the result the same id. */
  readonly texts: readonly string[];
  readonly source: Extract<ResultSource, { kind: 'imported' }>;
  readonly environment: Environment;
  readonly targets: readonly Target[];
  readonly stages: readonly Stage[];
};

/**
 * The result of an import, with everything that the analysis can derive from it. Throws a usage error for a source with
 * values that no result can have, such as a time below zero.
 */
export function importedResult(parts: ImportedParts, identity: ImportIdentity): Result {
  const result: Result = {
    schema: resultSchemaName,
    id: idOf(parts.texts),
    name: parts.name,
    ...identity,
    source: parts.source,
    plan: null,
    seed: null,
    salt: null,
    environment: parts.environment,
    targets: [...parts.targets],
    failures: [],
    knownProblems: [],
    stages: [...parts.stages],
    samples: [],
    requests: { file: null, count: 0 },
    analysis: noAnalysis,
    thresholds: [],
    exit: null,
  };
  const [issue] = resultSchema.safeParse(result).error?.issues ?? [];
  if (issue === undefined) return analyzeResult(result);
  throw usageError(
    'import-impossible-value',
    `${parts.source.files.join(', ')} has a value that no result can have: ${issue.path.join('.')}: ${issue.message}`,
    'correct the file, or leave it out',
  );
}

/** The same sources give the same id. */
function idOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return `import-${hash.digest('hex').slice(0, 12)}`;
}
