import { createHash } from 'node:crypto';
import {
  analyzeResult,
  type Environment,
  noAnalysis,
  type Result,
  type ResultSource,
  resultSchemaName,
  type Stage,
  type Target,
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

/** The result of an import, with everything that the analysis can derive from it. */
export function importedResult(parts: ImportedParts, identity: ImportIdentity): Result {
  const hash = createHash('sha256');
  for (const text of parts.texts) hash.update(text).update('\0');
  return analyzeResult({
    schema: resultSchemaName,
    id: `import-${hash.digest('hex').slice(0, 12)}`,
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
  });
}
