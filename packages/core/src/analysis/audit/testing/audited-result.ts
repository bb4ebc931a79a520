import type { Result, Target } from '../../../result/result-file.ts';
import type { Claim, DocumentCommand } from '../../../result/source-schema.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { measuredResult } from '../../../result/testing/measured-result.ts';
import { type ExampleStage, exampleStage } from '../../testing/example-stage.ts';
import type { AuditCode, AuditEvidence } from '../audit-finding.ts';
import { auditRules } from '../audit-rules.ts';

/** What a test says about a result; everything else is unknown, and no GPU was seen. */
export type AuditedResult = {
  readonly stages?: readonly Stage[];
  readonly targets?: readonly (Partial<Target> & { readonly name: string })[];
  readonly gpus?: Result['environment']['gpus'];
  readonly source?: Result['source'];
  readonly comparisons?: Result['analysis']['comparisons'];
  readonly plan?: unknown;
};

/** A result of two targets, `one` and `two`, unless the test names others. */
export function auditedResult({
  stages = [],
  targets = [{ name: 'one' }, { name: 'two' }],
  gpus = [],
  source = { kind: 'measured' },
  comparisons = [],
  plan = {},
}: AuditedResult): Result {
  const base = measuredResult(stages);
  const [target] = base.targets;
  if (target === undefined) throw new Error('the example has a target');
  return {
    ...base,
    source,
    plan,
    environment: { ...base.environment, gpus },
    targets: targets.map((changes) => ({ ...target, ...changes })),
    analysis: { ...base.analysis, comparisons },
  };
}

/** A document with these statements and commands. */
export const documentSource = (
  claims: readonly Claim[],
  commands: readonly DocumentCommand[] = [],
  notes: readonly string[] = [],
): Result['source'] => ({
  kind: 'imported',
  format: 'tables',
  tool: null,
  toolVersion: null,
  files: ['report.md'],
  claims: [...claims],
  commands: [...commands],
  notes: [...notes],
});

/** A closed-loop level of a target with an output throughput in tok/s; one user alone is the single-user suite. */
export function levelStage(
  target: string,
  users: number,
  throughput: number,
  more: Partial<ExampleStage> = {},
): Stage {
  return exampleStage({
    target,
    repeat: 1,
    suite: users === 1 ? 'single-user' : 'concurrency',
    load: { loop: 'closed', users, thinkTime: null },
    outputThroughput: throughput,
    requestSpeed: users === 1 ? throughput : null,
    ...more,
  });
}

/** The stage with other metrics. */
export const withMetrics = (stage: Stage, metrics: Partial<Stage['metrics']>): Stage => ({
  ...stage,
  metrics: { ...stage.metrics, ...metrics },
});

/** A measured figure. */
export const figureOf = (value: number, unit: string) => ({
  kind: 'measured' as const,
  unit,
  value,
  reason: null,
});

/** Mean length of so many answers or prompts, in tokens. */
export const lengthOf = (mean: number, count = 100): Stage['lengths']['input'] => ({
  unit: 'tokens',
  count,
  mean,
  min: null,
  p50: null,
  p95: null,
  max: null,
});

/** A target that Docker started with these words, of an image. */
export const dockerTarget = (
  name: string,
  engine: Target['engine'],
  command: readonly string[],
  reference = `registry.example/${name}:v1`,
): Partial<Target> & { readonly name: string } => ({
  name,
  engine,
  deployment: { kind: 'docker', image: { reference, digest: null, id: null }, command: [...command] },
});

/** The GPU of the reference report, with a driver that knows it. */
export const blackwell: Result['environment']['gpus'][number] = {
  name: 'NVIDIA GeForce RTX 5090',
  memory: 32_000_000_000,
  driver: '580.65.06',
  cuda: '13.0',
  computeCapability: '12.0',
};

/** The evidence of everything that one rule finds. */
export function evidenceOf<Code extends AuditCode>(code: Code, result: Result): AuditEvidence<Code>[] {
  const { find } = auditRules[code];
  return find(result).map(({ evidence }) => evidence as AuditEvidence<Code>);
}
