import { randomBytes } from 'node:crypto';
import {
  type CachingAuditOptions,
  cachingAuditDefaults,
  cachingAuditStages,
} from '../../../packages/core/src/analysis/caching/caching-audit-stages.ts';
import type { CachingVerdict } from '../../../packages/core/src/analysis/caching/caching-verdict.ts';
import { judgeCaching } from '../../../packages/core/src/analysis/caching/judge-caching.ts';
import type { OwnResult } from '../../../packages/core/src/index.ts';
import { runStages } from './run-stages.ts';

/** The audit's result and its verdict. */
export interface CachingAuditRun {
  readonly result: OwnResult;
  readonly verdict: CachingVerdict;
}

/** Audits a server's caching, with a salt of its own, so that no earlier audit is in its caches. */
export async function runCachingAudit(
  url: string,
  changes: Partial<CachingAuditOptions> = {},
): Promise<CachingAuditRun> {
  const salt = randomBytes(8).toString('hex');
  const stages = cachingAuditStages({
    ...cachingAuditDefaults,
    target: 'server',
    language: 'en',
    salt,
    seed: 'seed',
    ...changes,
  });
  const result = await runStages(url, { stages, salt });
  return { result, verdict: judgeCaching(result.stages) };
}
