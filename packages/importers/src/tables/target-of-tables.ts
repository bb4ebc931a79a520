import { declared, type MemoryPhase, type Target } from '@kneepoint/core';
import { importedTarget } from '../build/imported-target.ts';
import type { MappedTarget } from './mapping-schema.ts';
import type { WrittenDeployment } from './read-deployment.ts';
import type { TableStatement } from './table-statement.ts';

/** What a document says of one target. */
export type TargetWords = {
  readonly name: string;
  readonly mapped: MappedTarget;
  readonly model: string | null;
  readonly version: string | null;
  readonly deployment: WrittenDeployment | null;
};

/** A target with its memory and start-up time as the document's tables say them. */
export function targetOfTables(words: TargetWords, statements: readonly TableStatement[]): Target {
  const own = statements.filter((statement) => 'target' in statement && statement.target === words.name);
  const startUp = own.find((statement) => statement.kind === 'start-up');
  return importedTarget(words.name, {
    engine: words.mapped.engine,
    version: words.version,
    api: null,
    url: words.mapped.url ?? null,
    model: words.model,
    initTime: startUp === undefined ? null : declared('s', startUp.seconds),
    memory: namedMemoryOf(own),
    memoryPhases: own.flatMap((statement) => (statement.kind === 'memory-phase' ? [phaseOf(statement)] : [])),
    deployment: words.deployment?.deployment ?? null,
    notes: words.deployment?.notes ?? [],
    missing: 'the document does not say it',
  });
}

/** A figure that is named alone counts before the one of a table of phases, which may be rounded. */
function namedMemoryOf(own: readonly TableStatement[]): Partial<Target['memory']> {
  const entries = (['memory-phase', 'memory'] as const).flatMap((kind) =>
    own.flatMap((statement) =>
      statement.kind === kind && isNamed(statement.phase)
        ? [[statement.phase, declared('bytes', statement.bytes)] as const]
        : [],
    ),
  );
  return Object.fromEntries(entries);
}

const isNamed = (phase: MemoryPhase['phase']): phase is keyof Target['memory'] =>
  phase === 'empty' || phase === 'loaded' || phase === 'inference' || phase === 'peak';

function phaseOf({ phase, bytes, label }: Extract<TableStatement, { kind: 'memory-phase' }>): MemoryPhase {
  return {
    phase,
    owner: { kind: 'device', index: 0 },
    kind: 'declared',
    unit: 'bytes',
    median: bytes,
    min: null,
    max: null,
    samples: 0,
    reason: null,
    source: label,
  };
}
